-- Who is known to approve, from their own sign-ins: name, when last seen, and who stands in while they are away.
CREATE TABLE approver (
    tenant TEXT   NOT NULL,
    person TEXT   NOT NULL,
    body   TEXT   NOT NULL,
    digest TEXT   NOT NULL,
    PRIMARY KEY (tenant, person)
);
