-- What a person's mail client puts below every mail of theirs; the gate knows it by this row.
CREATE TABLE signature (
    tenant TEXT   NOT NULL,
    person TEXT   NOT NULL,
    body   TEXT   NOT NULL,
    digest TEXT   NOT NULL,
    PRIMARY KEY (tenant, person)
);
