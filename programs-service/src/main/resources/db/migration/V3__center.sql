-- That a centre exists is no secret within its tenant, not even a confidential one: who attends it is.
CREATE TABLE center (
    tenant_id       uuid        NOT NULL,
    id              uuid        NOT NULL,
    version         bigint      NOT NULL,
    created_at      timestamptz NOT NULL,
    code            text        NOT NULL,
    name            text        NOT NULL,
    organization_id uuid        NOT NULL,
    agreement_id    uuid,
    state           text        NOT NULL CHECK (state ~ '^[0-9]{2}$'),
    municipality    text        NOT NULL CHECK (municipality ~ '^[0-9]{5}$' AND left(municipality, 2) = state),
    time_zone       text        NOT NULL,
    opened_on       date,
    closed_on       date,
    confidential    boolean     NOT NULL,
    equipment       jsonb       NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT center_code UNIQUE (tenant_id, code),
    FOREIGN KEY (tenant_id, organization_id) REFERENCES organization (tenant_id, id),
    FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id),
    CHECK (closed_on >= opened_on)
);

ALTER TABLE center ENABLE ROW LEVEL SECURITY;
ALTER TABLE center FORCE ROW LEVEL SECURITY;

CREATE POLICY center_tenant ON center TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE ON center TO ${runtime};
