-- Indicators: rows of frameworks.
CREATE TABLE indicator (
  tenant_id             uuid NOT NULL,
  id                    uuid NOT NULL,
  version               bigint NOT NULL,
  created_at            timestamptz NOT NULL,
  framework_id          uuid NOT NULL,
  result                text NOT NULL,
  code                  text NOT NULL,
  title                 jsonb NOT NULL,
  definition            jsonb,
  unit                  jsonb,
  measure_kind          text NOT NULL,
  counting_basis        text NOT NULL,
  direction             text NOT NULL,
  frequency             text,
  means_of_verification jsonb,
  assumptions           jsonb,
  baseline              jsonb,
  targets               jsonb NOT NULL,
  measure               jsonb,
  measure_version       integer NOT NULL,
  explanation           jsonb,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, framework_id, code),
  FOREIGN KEY (tenant_id, framework_id) REFERENCES framework
);
ALTER TABLE indicator ENABLE ROW LEVEL SECURITY;
ALTER TABLE indicator FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON indicator TO ${runtime}
  USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON indicator TO ${runtime};
