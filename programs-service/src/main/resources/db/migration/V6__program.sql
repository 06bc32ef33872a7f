CREATE TABLE program (
    tenant_id         uuid        NOT NULL,
    id                uuid        NOT NULL,
    version           bigint      NOT NULL,
    created_at        timestamptz NOT NULL,
    code              text        NOT NULL,
    title             jsonb       NOT NULL,
    owner_id          uuid        NOT NULL,
    audience          text        NOT NULL,
    lawful_basis      text        NOT NULL,
    policy_references jsonb       NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT program_code UNIQUE (tenant_id, code),
    FOREIGN KEY (tenant_id, owner_id) REFERENCES organization (tenant_id, id)
);

ALTER TABLE program ENABLE ROW LEVEL SECURITY;
ALTER TABLE program FORCE ROW LEVEL SECURITY;

CREATE POLICY program_tenant ON program TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE ON program TO ${runtime};
