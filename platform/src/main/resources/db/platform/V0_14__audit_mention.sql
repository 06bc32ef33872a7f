-- What sealed entries are found by: the thing itself, whoever is listed in the details, who did it, what was done. The sealer
-- fills it, so that it costs no business transaction anything.
CREATE TABLE audit_mention (
  tenant_id uuid NOT NULL,
  mentioned uuid NOT NULL,
  at        timestamptz NOT NULL,
  entry_id  bigint NOT NULL,
  PRIMARY KEY (tenant_id, mentioned, at, entry_id)
);
ALTER TABLE audit_mention ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_mention FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON audit_mention FOR SELECT TO ${runtime}
  USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY seal ON audit_mention TO ${worker} USING (true);
GRANT SELECT ON audit_mention TO ${runtime};
GRANT SELECT, INSERT ON audit_mention TO ${worker};
