-- The book of saved searches. It is ground state, as rulings are.

CREATE TABLE search_entry (
  number      INTEGER PRIMARY KEY, -- the order in which they were made
  id          TEXT NOT NULL UNIQUE,
  act         TEXT NOT NULL,
  name        TEXT NOT NULL,
  query       TEXT NOT NULL,
  independent INTEGER NOT NULL,
  by          TEXT NOT NULL,
  at          TEXT NOT NULL,       -- RFC 3339, UTC
  answers     TEXT NOT NULL,
  pages       TEXT NOT NULL        -- their IDs, with spaces between
);
CREATE TRIGGER search_entry_stays BEFORE DELETE ON search_entry
BEGIN SELECT RAISE(ABORT, 'a saved search is never deleted'); END;
CREATE TRIGGER search_entry_unchanged BEFORE UPDATE ON search_entry
BEGIN SELECT RAISE(ABORT, 'a saved search is never changed'); END;
