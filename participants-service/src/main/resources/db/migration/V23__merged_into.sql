-- Which record stands for a merged one now, however long the line of merges that led there. No id is ever rewritten:
-- what hangs on a merged record stays on it.
ALTER TABLE participant
    ADD COLUMN merged_into uuid CHECK (merged_into <> id),
    ADD FOREIGN KEY (tenant_id, merged_into) REFERENCES participant (tenant_id, id);

CREATE INDEX participant_merged_into ON participant (tenant_id, merged_into) WHERE merged_into IS NOT NULL;
