-- A ruling may be about a finding: of this kind, at the words of the anchor.

ALTER TABLE ruling ADD COLUMN kind TEXT NOT NULL DEFAULT '';
