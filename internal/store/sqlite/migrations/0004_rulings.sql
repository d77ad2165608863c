-- Rulings about pairs of texts, and rulings that take others back.

ALTER TABLE ruling ADD COLUMN other_page TEXT NOT NULL DEFAULT '';
ALTER TABLE ruling ADD COLUMN other_exact TEXT NOT NULL DEFAULT '';
ALTER TABLE ruling ADD COLUMN other_prefix TEXT NOT NULL DEFAULT '';
ALTER TABLE ruling ADD COLUMN other_suffix TEXT NOT NULL DEFAULT '';
ALTER TABLE ruling ADD COLUMN other_start INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ruling ADD COLUMN other_stop INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ruling ADD COLUMN answers TEXT NOT NULL DEFAULT '';
