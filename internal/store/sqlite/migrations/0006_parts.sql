-- The bytes of files that are too big to be held at once, in parts of one size (original.go);
-- such a file has a row in “original” without bytes, and how many it has.

ALTER TABLE original ADD COLUMN size INTEGER;
CREATE TABLE original_part (
  number INTEGER PRIMARY KEY,  -- parts of one file follow one another
  sha256 BLOB NOT NULL,        -- of the whole file
  part   INTEGER NOT NULL,     -- from 0
  bytes  BLOB NOT NULL,        -- squeezed
  UNIQUE (sha256, part)
);
