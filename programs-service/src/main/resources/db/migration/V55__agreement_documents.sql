-- What an agreement is set down in: references and hashes; the documents themselves are kept elsewhere.
ALTER TABLE agreement ADD COLUMN documents jsonb NOT NULL DEFAULT '[]';
