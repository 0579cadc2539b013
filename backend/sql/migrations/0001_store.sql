-- Portable SQL: the same text runs on SQLite and PostgreSQL. Moments are milliseconds since 1970, bodies are JSON text.
-- README.md tells the life of each table.

CREATE TABLE head (
    tenant   TEXT   NOT NULL PRIMARY KEY,
    sequence BIGINT NOT NULL,
    hash     TEXT   NOT NULL
);

CREATE TABLE trail (
    tenant   TEXT   NOT NULL,
    sequence BIGINT NOT NULL,
    draft    TEXT,
    entry    TEXT   NOT NULL,
    previous TEXT   NOT NULL,
    hash     TEXT   NOT NULL,
    PRIMARY KEY (tenant, sequence),
    CHECK (sequence > 0)
);
CREATE INDEX trail_draft ON trail (tenant, draft, sequence);

CREATE TABLE trace (
    tenant TEXT   NOT NULL,
    trace  TEXT   NOT NULL,
    opened BIGINT NOT NULL,
    PRIMARY KEY (tenant, trace),
    FOREIGN KEY (tenant, opened) REFERENCES trail (tenant, sequence)
);

CREATE TABLE dossier (
    tenant       TEXT   NOT NULL,
    id           TEXT   NOT NULL,
    version      BIGINT NOT NULL,
    status       TEXT   NOT NULL,
    conversation TEXT   NOT NULL,
    reference    TEXT   NOT NULL,
    created      BIGINT NOT NULL,
    requested_at BIGINT,
    body         TEXT   NOT NULL,
    digest       TEXT   NOT NULL,
    PRIMARY KEY (tenant, id),
    UNIQUE (reference),
    CHECK (version > 0)
);
CREATE INDEX dossier_conversation ON dossier (conversation, tenant, created);
CREATE INDEX dossier_waiting ON dossier (tenant, status, requested_at);

-- One row for each author of an approved revision: an author who approves cannot be written down at all.
CREATE TABLE ruling (
    tenant   TEXT   NOT NULL,
    draft    TEXT   NOT NULL,
    revision BIGINT NOT NULL,
    approver TEXT   NOT NULL,
    author   TEXT   NOT NULL,
    PRIMARY KEY (tenant, draft, revision, approver, author),
    FOREIGN KEY (tenant, draft) REFERENCES dossier (tenant, id),
    CHECK (author <> approver)
);
