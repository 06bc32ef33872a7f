-- What an institution was given under a programme. An amount that is not known is none, and no zero.
CREATE TABLE institutional_support (
    tenant_id       uuid        NOT NULL,
    id              uuid        NOT NULL,
    version         bigint      NOT NULL,
    created_at      timestamptz NOT NULL,
    organization_id uuid        NOT NULL,
    program_id      uuid        NOT NULL,
    agreement_id    uuid,
    kind            text        NOT NULL,
    amount          numeric(17, 2) CHECK (amount > 0),
    currency        text,
    starts_on       date        NOT NULL,
    ends_on         date        CHECK (ends_on >= starts_on),
    document        jsonb,
    mistaken        boolean     NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, organization_id) REFERENCES organization (tenant_id, id),
    FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, id),
    FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id),
    CHECK ((amount IS NULL) = (currency IS NULL))
);

CREATE INDEX institutional_support_organization ON institutional_support (tenant_id, organization_id, id);

ALTER TABLE institutional_support ENABLE ROW LEVEL SECURITY;
ALTER TABLE institutional_support FORCE ROW LEVEL SECURITY;

CREATE POLICY institutional_support_tenant ON institutional_support TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE ON institutional_support TO ${runtime};
