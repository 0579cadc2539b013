-- What the program has to do once, and goes on with after a kill; SQL cannot encrypt.
CREATE TABLE chore (
    name TEXT NOT NULL PRIMARY KEY
);
INSERT INTO chore (name)
SELECT 'encrypt' WHERE EXISTS (SELECT 1 FROM dossier) OR EXISTS (SELECT 1 FROM signature);
