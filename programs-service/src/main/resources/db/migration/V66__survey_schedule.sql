-- When the women of a cohort are to answer which instruments.
ALTER TABLE cohort ADD COLUMN surveys jsonb NOT NULL DEFAULT '[]';
