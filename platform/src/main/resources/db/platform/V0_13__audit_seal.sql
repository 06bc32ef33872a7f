-- The sealer chains a tenant's entries after their commit: each seal is a keyed hash of the entries that it lists and of
-- the seal before. Seals are only ever added, like what they seal. A seal lists its entries one by one, because they are
-- not committed in the order of their ids. `size` is how much text they are, to check as many at a time as there is room for.
CREATE TABLE audit_seal (
  tenant_id       uuid NOT NULL,
  number          bigint NOT NULL CHECK (number > 0),
  sealed_at       timestamptz NOT NULL,
  latest          timestamptz NOT NULL,
  marked          boolean NOT NULL,
  entries         bigint[] NOT NULL CHECK (cardinality(entries) > 0),
  foreign_entries bigint[] NOT NULL,
  seal            bytea NOT NULL CHECK (octet_length(seal) = 18),
  size            bigint NOT NULL,
  PRIMARY KEY (tenant_id, number)
);
ALTER TABLE audit_seal ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_seal FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON audit_seal FOR SELECT TO ${runtime}
  USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY seal ON audit_seal TO ${worker} USING (true);
CREATE POLICY seal ON audit_entry FOR SELECT TO ${worker} USING (true);
-- An entry does not tell of which centre or portal it is: who is limited to some reads none.
CREATE POLICY compartment ON audit_entry AS RESTRICTIVE FOR SELECT TO ${runtime}
  USING (NULLIF(current_setting('app.centers', true), '') IS NULL
    AND NULLIF(current_setting('app.source_system', true), '') IS NULL);
GRANT SELECT ON audit_seal TO ${runtime};
GRANT SELECT, INSERT ON audit_seal TO ${worker};
GRANT SELECT ON audit_entry TO ${worker};
GRANT SELECT ON SEQUENCE audit_entry_id_seq TO ${worker};
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- How far sealing has come. No entry up to `low` is still to come, and all of them are sealed; of those above, the listed
-- ones are. `low` rises to `seen` once none of the transactions is left that were writing entries when `seen` was seen.
-- Entries up to `unmarked` are from before marks were made.
CREATE TABLE audit_sealing (
  only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  low         bigint NOT NULL DEFAULT 0,
  above       bigint[] NOT NULL DEFAULT '{}',
  seen        bigint NOT NULL DEFAULT 0,
  writers     text[] NOT NULL DEFAULT '{}',
  unmarked    bigint NOT NULL,
  verified_at timestamptz NOT NULL DEFAULT now(),
  claimed_at  timestamptz NOT NULL DEFAULT '-infinity',
  breaks      bigint NOT NULL DEFAULT 0
);
INSERT INTO audit_sealing (unmarked) SELECT coalesce(max(id), 0) FROM audit_entry;
GRANT SELECT ON audit_sealing TO ${runtime};
GRANT SELECT, UPDATE ON audit_sealing TO ${worker};
