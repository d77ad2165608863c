-- What the texts say together, which can be dropped and made anew, and the rulings
-- of people, which cannot.

CREATE TABLE copy (id TEXT PRIMARY KEY, a TEXT NOT NULL, b TEXT NOT NULL, body BLOB) WITHOUT ROWID;
CREATE INDEX copy_a ON copy (a);
CREATE INDEX copy_b ON copy (b);
CREATE TABLE family (id TEXT PRIMARY KEY, body BLOB) WITHOUT ROWID;

-- Groups of findings: kind is saying, tally, happening, actor or clash.
CREATE TABLE lineup (
  kind TEXT NOT NULL,
  id   TEXT NOT NULL,
  body BLOB,
  PRIMARY KEY (kind, id)
) WITHOUT ROWID;
CREATE TABLE lineup_member (
  member NOT NULL,             -- a finding's ID: where it is letters and 16 hexadecimal digits, their number
  kind   TEXT NOT NULL,
  id     TEXT NOT NULL,
  PRIMARY KEY (member, kind, id)
) WITHOUT ROWID;

CREATE TABLE ruling (
  number  INTEGER PRIMARY KEY, -- the order in which they were made
  id      TEXT NOT NULL UNIQUE,
  by      TEXT NOT NULL,
  why     TEXT NOT NULL,
  at      TEXT NOT NULL,       -- RFC 3339, UTC
  page    TEXT NOT NULL,
  exact   TEXT NOT NULL,
  prefix  TEXT NOT NULL,
  suffix  TEXT NOT NULL,
  start   INTEGER NOT NULL,    -- code points of the page's text
  stop    INTEGER NOT NULL,
  verdict TEXT NOT NULL
);
CREATE TRIGGER ruling_stays BEFORE DELETE ON ruling
BEGIN SELECT RAISE(ABORT, 'a ruling is never deleted'); END;
CREATE TRIGGER ruling_unchanged BEFORE UPDATE ON ruling
BEGIN SELECT RAISE(ABORT, 'a ruling is never changed'); END;
