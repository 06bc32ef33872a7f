-- Whether the portal that applied does not see the woman's record: then no rule refuses her, a person decides.
ALTER TABLE application_intake ADD COLUMN record_hidden boolean NOT NULL DEFAULT false;
