-- What a POST with an Idempotency-Key did: no body, no personal data, only where the outcome stands.
CREATE TABLE idempotency (
  tenant_id   uuid NOT NULL,
  client      text NOT NULL,
  method      text NOT NULL,
  path        text NOT NULL,
  key         text NOT NULL,
  fingerprint bytea NOT NULL,
  status      integer NOT NULL,
  location    text,
  resource_id uuid NOT NULL,
  version     bigint NOT NULL,
  positions   text,
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, client, method, path, key)
);
CREATE INDEX idempotency_age ON idempotency (created_at);
ALTER TABLE idempotency ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON idempotency TO ${runtime}
  USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY expiry ON idempotency TO ${worker} USING (true);
GRANT SELECT, INSERT ON idempotency TO ${runtime};
GRANT SELECT, DELETE ON idempotency TO ${worker};
