-- Who sent a mail that was confirmed, as a keyed hash: what it taught can be taken back when they ask for erasure. Empty in older rows.
ALTER TABLE confirmation ADD COLUMN sender TEXT NOT NULL DEFAULT '';
CREATE INDEX confirmation_sender ON confirmation (tenant, sender);
