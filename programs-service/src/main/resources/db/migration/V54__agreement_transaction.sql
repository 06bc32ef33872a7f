-- Money of an agreement: promised, come in, passed on or spent. A correction stays in the audit; what is taken back in the
-- accounts is another, negative one.
CREATE TABLE agreement_transaction (
    tenant_id    uuid           NOT NULL,
    id           uuid           NOT NULL,
    version      bigint         NOT NULL,
    created_at   timestamptz    NOT NULL,
    agreement_id uuid           NOT NULL,
    kind         text           NOT NULL,
    reference    text,
    made_on      date           NOT NULL,
    amount       numeric(17, 2) NOT NULL CHECK (amount <> 0),
    currency     text           NOT NULL,
    value_on     date           NOT NULL,
    provider_id  uuid,
    receiver_id  uuid,
    description  jsonb,
    document     jsonb,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT agreement_transaction_reference UNIQUE (tenant_id, agreement_id, reference),
    FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id),
    FOREIGN KEY (tenant_id, provider_id) REFERENCES organization (tenant_id, id),
    FOREIGN KEY (tenant_id, receiver_id) REFERENCES organization (tenant_id, id)
);

ALTER TABLE agreement_transaction ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreement_transaction FORCE ROW LEVEL SECURITY;

CREATE POLICY agreement_transaction_tenant ON agreement_transaction TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE ON agreement_transaction TO ${runtime};
