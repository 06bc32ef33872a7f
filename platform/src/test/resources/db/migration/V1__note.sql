CREATE TABLE note (
  tenant_id  uuid NOT NULL,
  id         uuid NOT NULL,
  version    bigint NOT NULL,
  created_at timestamptz NOT NULL,
  title      text NOT NULL,
  sealed     bytea,
  PRIMARY KEY (tenant_id, id)
);
ALTER TABLE note ENABLE ROW LEVEL SECURITY;
ALTER TABLE note FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON note TO ${runtime}
  USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON note TO ${runtime};
CREATE TABLE note_copy (
  id     uuid PRIMARY KEY,
  title  text NOT NULL,
  copies bigint NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON note_copy TO ${worker};
GRANT SELECT ON note_copy TO ${runtime};
