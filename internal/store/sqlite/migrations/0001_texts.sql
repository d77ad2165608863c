-- The texts and what each of them states. Columns called “body”, and those of table
-- “reading”, hold packed values (see pack.go); the rest is plain.

CREATE TABLE state (name TEXT PRIMARY KEY, value) WITHOUT ROWID;

-- The numbers that packed values use in place of field names.
CREATE TABLE field (
  type   TEXT NOT NULL,
  number INTEGER NOT NULL,
  name   TEXT NOT NULL,
  PRIMARY KEY (type, number)
) WITHOUT ROWID;

-- Pages are ground state: they are never changed.
CREATE TABLE page (
  number INTEGER PRIMARY KEY,
  id     TEXT NOT NULL UNIQUE,
  body   BLOB                  -- the page without its text and blocks
);
CREATE TABLE page_text (
  page      INTEGER PRIMARY KEY REFERENCES page,
  text      BLOB NOT NULL,     -- squeezed
  blocks    BLOB,
  furniture BLOB
);
CREATE TABLE place (
  page INTEGER NOT NULL REFERENCES page,
  root TEXT NOT NULL,
  path TEXT NOT NULL,
  PRIMARY KEY (page, root, path)
) WITHOUT ROWID;

-- The bytes of a file as they came in. Where they are the very text of a page, they
-- are not kept twice: bytes is NULL, and page says whose text they are.
CREATE TABLE original (
  sha256 BLOB PRIMARY KEY,
  bytes  BLOB,                 -- squeezed
  page   INTEGER REFERENCES page
);

-- An article is a range of its page's text. Its number is made from its ID, so that
-- numbers and IDs have the same order.
CREATE TABLE article (
  number    INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  page      INTEGER NOT NULL REFERENCES page,
  start     INTEGER NOT NULL,  -- bytes of the page's text
  stop      INTEGER NOT NULL,
  words     INTEGER NOT NULL,
  sentences INTEGER NOT NULL,
  quotes    INTEGER NOT NULL,
  figures   INTEGER NOT NULL,
  times     INTEGER NOT NULL,
  mentions  INTEGER NOT NULL,
  events    INTEGER NOT NULL,
  body      BLOB               -- the article without its text
);
CREATE TABLE reading (
  article   INTEGER PRIMARY KEY REFERENCES article,
  sentences BLOB,
  quotes    BLOB,
  figures   BLOB,
  times     BLOB,
  mentions  BLOB,
  events    BLOB,
  victims   BLOB,
  problems  BLOB
);

-- Which articles hold the findings of an ID. A row is an article; its words are the IDs
-- as written by key.go. This is a full-text index because that is SQLite's only index
-- that takes keys without order in well: in a B-tree every new ID lands on another
-- page, and a batch rewrites most of them. Measured with 70 findings a text: at 40,000
-- texts a B-tree had slowed writing from 1,100 to 230 texts a second; this stays at
-- 1,100.
CREATE VIRTUAL TABLE finding USING fts5 (
  ids, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
);

CREATE TABLE problem (
  source  TEXT NOT NULL,
  step    TEXT NOT NULL,
  message TEXT NOT NULL,
  page    TEXT NOT NULL,
  hint    TEXT NOT NULL,
  PRIMARY KEY (source, step, message, page, hint)
) WITHOUT ROWID;

-- The words of all sentences. A row's number is its article's number followed by
-- the sentence's place in the reading (22 bits), so hits come in the order of
-- articles without sorting. The text itself is not kept a second time, nor sizes:
-- hits are not ranked.
CREATE VIRTUAL TABLE sentence USING fts5 (
  words, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
);
