-- Codes of a participant's snapshot that rules of eligibility ask for; no name, no birth date. Gone with a tombstone, with
-- a merge, and each with the consent that it needs.
ALTER TABLE known_participant ADD COLUMN attributes jsonb;
