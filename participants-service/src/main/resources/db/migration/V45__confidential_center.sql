-- A confidential centre hides who comes to it. One that has not told yet counts as such.
ALTER TABLE known_center ADD COLUMN confidential boolean NOT NULL DEFAULT true;
