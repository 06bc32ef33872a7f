-- A number names one agreement of the tenant. Parties are kept with the agreement: organizations are never removed.
CREATE TABLE agreement (
    tenant_id  uuid        NOT NULL,
    id         uuid        NOT NULL,
    version    bigint      NOT NULL,
    created_at timestamptz NOT NULL,
    number     text        NOT NULL,
    title      jsonb       NOT NULL,
    parties    jsonb       NOT NULL,
    starts_on  date        NOT NULL,
    ends_on    date,
    amounts    jsonb       NOT NULL,
    budget_key text,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT agreement_number UNIQUE (tenant_id, number),
    CHECK (ends_on >= starts_on)
);

ALTER TABLE agreement ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreement FORCE ROW LEVEL SECURITY;

CREATE POLICY agreement_tenant ON agreement TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE ON agreement TO ${runtime};
