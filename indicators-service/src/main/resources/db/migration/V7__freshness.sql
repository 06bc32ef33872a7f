-- The time of the last event of each topic that a tenant's figures include.
CREATE TABLE freshness (
  tenant_id uuid NOT NULL,
  topic     text COLLATE "C" NOT NULL,
  as_of     timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, topic)
);
ALTER TABLE freshness ENABLE ROW LEVEL SECURITY;
ALTER TABLE freshness FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON freshness TO ${runtime}
  USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY projection ON freshness TO ${worker} USING (true);
GRANT SELECT ON freshness TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON freshness TO ${worker};
