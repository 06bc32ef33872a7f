-- What a measure was at each of its versions; rows are only ever added.
CREATE TABLE measure_version (
  tenant_id    uuid NOT NULL,
  id           uuid NOT NULL,
  version      bigint NOT NULL,
  created_at   timestamptz NOT NULL,
  indicator_id uuid NOT NULL,
  number       integer NOT NULL,
  measure      jsonb,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, indicator_id, number),
  FOREIGN KEY (tenant_id, indicator_id) REFERENCES indicator
);
ALTER TABLE measure_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE measure_version FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON measure_version TO ${runtime}
  USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON measure_version TO ${runtime};
