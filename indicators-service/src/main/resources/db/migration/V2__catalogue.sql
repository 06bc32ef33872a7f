-- Cohorts, centres, programmes, agreements and organizations as their last snapshots tell.
CREATE TABLE catalogue (
  tenant_id    uuid NOT NULL,
  kind         text COLLATE "C" NOT NULL CHECK (kind IN ('organization', 'agreement', 'center', 'program', 'cohort')),
  id           uuid NOT NULL,
  code         text NOT NULL,
  title        jsonb,
  program      uuid,
  center       uuid,
  agreement    uuid,
  starts_on    date,
  ends_on      date,
  municipality text,
  PRIMARY KEY (tenant_id, kind, id)
);
ALTER TABLE catalogue ENABLE ROW LEVEL SECURITY;
ALTER TABLE catalogue FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON catalogue TO ${runtime}
  USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY projection ON catalogue TO ${worker} USING (true);
GRANT SELECT ON catalogue TO ${runtime};
GRANT SELECT, INSERT, UPDATE, DELETE ON catalogue TO ${worker};
