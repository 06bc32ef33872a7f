-- A register of beneficiaries (padrón) that the tenant has to keep: of which programme and days, and by which law the
-- names in it are public. What stands in it is read from the deliveries whenever it is asked for.
CREATE TABLE beneficiary_register (
    tenant_id     uuid        NOT NULL,
    id            uuid        NOT NULL,
    version       bigint      NOT NULL,
    created_at    timestamptz NOT NULL,
    code          text        NOT NULL CHECK (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
    title         jsonb       NOT NULL,
    program_id    uuid        NOT NULL,
    dependency    text        NOT NULL,
    institution   text        NOT NULL,
    intra_program text,
    legal_basis   text,
    starts_on     date        NOT NULL,
    ends_on       date        NOT NULL CHECK (ends_on >= starts_on),
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT beneficiary_register_code UNIQUE (tenant_id, code)
);

ALTER TABLE beneficiary_register ENABLE ROW LEVEL SECURITY;
ALTER TABLE beneficiary_register FORCE ROW LEVEL SECURITY;

CREATE POLICY beneficiary_register_seen ON beneficiary_register FOR SELECT TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);
-- A register is the whole tenant's: no role that is limited to centres or to a portal declares or changes one.
CREATE POLICY beneficiary_register_declared ON beneficiary_register FOR INSERT TO ${runtime}
    WITH CHECK (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid AND unlimited());
CREATE POLICY beneficiary_register_changed ON beneficiary_register FOR UPDATE TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid AND unlimited())
    WITH CHECK (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE ON beneficiary_register TO ${runtime};
