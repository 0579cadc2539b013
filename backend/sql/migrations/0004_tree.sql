-- The tree over the trail (RFC 9162): its right edge with the head, and its whole subtrees at every eighth level, so that a root needs
-- one row and a proof some hundreds. The edge is empty for entries that are older than the tree; the next entry fills both.
ALTER TABLE head ADD COLUMN peaks TEXT NOT NULL DEFAULT '';

CREATE TABLE node (
    tenant TEXT   NOT NULL,
    level  BIGINT NOT NULL,
    place  BIGINT NOT NULL,
    hash   TEXT   NOT NULL,
    PRIMARY KEY (tenant, level, place)
);
