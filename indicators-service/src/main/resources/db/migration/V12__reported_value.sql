-- Actuals that people report or declare, each with its evidence and the review of a second person.
CREATE TABLE reported_value (
  tenant_id    uuid NOT NULL,
  id           uuid NOT NULL,
  version      bigint NOT NULL,
  created_at   timestamptz NOT NULL,
  indicator_id uuid NOT NULL,
  period       text NOT NULL,
  value        jsonb,
  percent      numeric(12, 2),
  label        jsonb,
  evidence     jsonb NOT NULL,
  note         text,
  reported_by  text NOT NULL,
  status       text NOT NULL CHECK (status IN ('SUBMITTED', 'ACCEPTED', 'REJECTED')),
  reviewed_by  text,
  reviewed_at  timestamptz,
  review_note  text,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, indicator_id) REFERENCES indicator,
  CHECK (status = 'SUBMITTED' OR reviewed_by <> reported_by)
);
CREATE INDEX reported_value_indicator ON reported_value (tenant_id, indicator_id, id);
ALTER TABLE reported_value ENABLE ROW LEVEL SECURITY;
ALTER TABLE reported_value FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON reported_value TO ${runtime}
  USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON reported_value TO ${runtime};
