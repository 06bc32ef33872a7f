-- Results frameworks; the tree of results is read and written as a whole.
CREATE TABLE framework (
  tenant_id    uuid NOT NULL,
  id           uuid NOT NULL,
  version      bigint NOT NULL,
  created_at   timestamptz NOT NULL,
  code         text NOT NULL,
  title        jsonb NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('DONOR', 'MIR', 'IATI')),
  agreement_id uuid,
  program_id   uuid,
  results      jsonb NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code)
);
ALTER TABLE framework ENABLE ROW LEVEL SECURITY;
ALTER TABLE framework FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON framework TO ${runtime}
  USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON framework TO ${runtime};
