-- What confirmed mails taught: how many mails, per what the rules said and what a person said; then the same of the mails with a word,
-- which is kept as a fingerprint. No table holds text.

CREATE TABLE learned (
    tenant TEXT   NOT NULL,
    ruled  TEXT   NOT NULL,
    label  TEXT   NOT NULL,
    mails  BIGINT NOT NULL,
    PRIMARY KEY (tenant, ruled, label),
    CHECK (mails >= 0)
);

CREATE TABLE learned_word (
    tenant TEXT   NOT NULL,
    word   BIGINT NOT NULL,
    ruled  TEXT   NOT NULL,
    label  TEXT   NOT NULL,
    mails  BIGINT NOT NULL,
    PRIMARY KEY (tenant, word, ruled, label),
    CHECK (mails >= 0)
);

-- By this a mail is learned from once, and can be taken back while it is here.
CREATE TABLE confirmation (
    tenant TEXT   NOT NULL,
    mark   TEXT   NOT NULL,
    at     BIGINT NOT NULL,
    ruled  TEXT   NOT NULL,
    label  TEXT   NOT NULL,
    words  TEXT   NOT NULL,
    digest TEXT   NOT NULL,
    PRIMARY KEY (tenant, mark)
);
CREATE INDEX confirmation_at ON confirmation (tenant, at);
