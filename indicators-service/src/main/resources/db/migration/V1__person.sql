-- Participants as their last snapshots tell: coded attributes by date, and whom they count as after merges.
CREATE TABLE person (
  tenant_id   uuid NOT NULL,
  participant uuid NOT NULL,
  merged_into uuid,
  canonical   uuid NOT NULL,
  birth_year  integer,
  birth_month integer,
  attributes  jsonb NOT NULL,
  PRIMARY KEY (tenant_id, participant)
);
CREATE INDEX person_merged_into ON person (tenant_id, merged_into) WHERE merged_into IS NOT NULL;
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE person FORCE ROW LEVEL SECURITY;
CREATE POLICY projection ON person TO ${worker} USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON person TO ${worker};
