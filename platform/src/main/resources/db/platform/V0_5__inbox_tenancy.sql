-- What has been consumed is told within the tenant only; a key whose tenant cannot be read may be anybody's.
ALTER TABLE inbox_sequence ENABLE ROW LEVEL SECURITY;
ALTER TABLE inbox_sequence FORCE ROW LEVEL SECURITY;
ALTER TABLE inbox_parked ENABLE ROW LEVEL SECURITY;
ALTER TABLE inbox_parked FORCE ROW LEVEL SECURITY;
ALTER TABLE dead_letter ENABLE ROW LEVEL SECURITY;
ALTER TABLE dead_letter FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON inbox_sequence TO ${runtime}
  USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY tenant ON inbox_parked TO ${runtime}
  USING (tenant_id IS NULL OR tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY consume ON inbox_sequence TO ${worker} USING (true);
CREATE POLICY consume ON inbox_parked TO ${worker} USING (true);
CREATE POLICY consume ON dead_letter TO ${worker} USING (true);
