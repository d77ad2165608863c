-- The index of seeds, by which copies are found. It can be dropped and made anew.

CREATE TABLE seed_text (
  number  INTEGER PRIMARY KEY,  -- from 0, in the order in which the texts were added
  article INTEGER NOT NULL UNIQUE REFERENCES article,
  meets   BLOB                  -- the numbers of earlier texts, as differences in varints
);
CREATE TABLE seed_segment (
  number INTEGER PRIMARY KEY,
  first  INTEGER NOT NULL,      -- number of the first text
  texts  INTEGER NOT NULL,
  blocks INTEGER NOT NULL,
  seeds  INTEGER NOT NULL
);
-- A row's number is its segment's number followed by the block's (32 bits).
CREATE TABLE seed_block (number INTEGER PRIMARY KEY, body BLOB);
