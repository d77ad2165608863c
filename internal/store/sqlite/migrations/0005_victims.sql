-- How many victims a text has, as for the other kinds of finding.

ALTER TABLE article ADD COLUMN victims INTEGER NOT NULL DEFAULT 0;
