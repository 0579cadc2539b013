-- What a person confirmed for the journal and the case system has not taken yet: the mails themselves, encrypted; gone when it has.
-- Without a moment in "due" it waits for a person.

CREATE TABLE journal_outbox (
    tenant  TEXT   NOT NULL,
    draft   TEXT   NOT NULL,
    version BIGINT NOT NULL,
    due     BIGINT,
    body    TEXT   NOT NULL,
    digest  TEXT   NOT NULL,
    PRIMARY KEY (tenant, draft),
    FOREIGN KEY (tenant, draft) REFERENCES dossier (tenant, id),
    CHECK (version > 0)
);
CREATE INDEX journal_outbox_due ON journal_outbox (tenant, due);
