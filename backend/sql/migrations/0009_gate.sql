-- How the gate works, where somebody has switched it; and how many drafts each word was said of, by week and unit: no draft, and nobody.
CREATE TABLE gate (
    tenant TEXT NOT NULL PRIMARY KEY,
    mode   TEXT NOT NULL
);

CREATE TABLE rating (
    tenant TEXT   NOT NULL,
    week   TEXT   NOT NULL,
    unit   TEXT   NOT NULL,
    rating TEXT   NOT NULL,
    drafts BIGINT NOT NULL,
    PRIMARY KEY (tenant, week, unit, rating),
    CHECK (drafts > 0)
);
