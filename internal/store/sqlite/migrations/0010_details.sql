-- What a finding said before a ruling, and what it says after it: JSON, [["number","27"], …].

ALTER TABLE ruling ADD COLUMN before TEXT NOT NULL DEFAULT '[]';
ALTER TABLE ruling ADD COLUMN after TEXT NOT NULL DEFAULT '[]';
