-- What the steps remember of a lineup until the next one, so that they need not make all of it
-- anew. It can be dropped.

CREATE TABLE memo (name TEXT PRIMARY KEY, body BLOB NOT NULL);
