-- From when to when a key signed, and since when nothing that it signed is to be believed, because others may have it.
-- A withdrawn key is kept: what it signed is told apart from what never was.
ALTER TABLE issuer_key
    ADD COLUMN retired_at   timestamptz,
    ADD COLUMN withdrawn_at timestamptz,
    ADD CONSTRAINT issuer_key_withdrawn_signs_no_more CHECK (withdrawn_at IS NULL OR retired_at IS NOT NULL);

UPDATE issuer_key k
   SET retired_at = following.at
  FROM (SELECT tenant_id, id, lead(created_at) OVER (PARTITION BY tenant_id ORDER BY created_at, id) AS at
          FROM issuer_key) following
 WHERE following.tenant_id = k.tenant_id AND following.id = k.id;

CREATE UNIQUE INDEX issuer_key_signs ON issuer_key (tenant_id) WHERE retired_at IS NULL;

GRANT UPDATE (version, retired_at, withdrawn_at) ON issuer_key TO ${runtime};
