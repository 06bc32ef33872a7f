-- The key store: nothing here names anybody, and nothing here opens without the master key.
CREATE TABLE tenant_key (
  tenant_id  uuid PRIMARY KEY,
  wrapped    bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE data_key (
  tenant_id    uuid NOT NULL,
  subject_id   uuid NOT NULL,
  id           uuid NOT NULL,
  wrapped      bytea,
  created_at   timestamptz NOT NULL DEFAULT now(),
  destroyed_at timestamptz,
  PRIMARY KEY (tenant_id, subject_id),
  CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);
GRANT SELECT, INSERT ON tenant_key TO ${runtime};
GRANT SELECT, INSERT, UPDATE (wrapped, destroyed_at) ON data_key TO ${runtime};
