-- The language that a woman answered in; null where it was not said.
ALTER TABLE survey_response ADD COLUMN language text;
