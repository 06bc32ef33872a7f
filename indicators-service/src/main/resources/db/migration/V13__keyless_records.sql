-- Records set aside without a readable key are missing in figures too: they are counted, and nothing of them is shown.
-- One whose tenant cannot be read either may be anybody's.
CREATE POLICY keyless ON dead_letter FOR SELECT TO ${runtime}
  USING (aggregate_id IS NULL
    AND (tenant_id IS NULL OR tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid));
GRANT SELECT (topic, aggregate_id, tenant_id, arrived_at) ON dead_letter TO ${runtime};
CREATE INDEX dead_letter_keyless ON dead_letter (tenant_id) WHERE aggregate_id IS NULL;
