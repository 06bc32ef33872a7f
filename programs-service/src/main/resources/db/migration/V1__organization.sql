CREATE TABLE organization (
    tenant_id       uuid        NOT NULL,
    id              uuid        NOT NULL,
    version         bigint      NOT NULL,
    created_at      timestamptz NOT NULL,
    name            jsonb       NOT NULL,
    acronym         text,
    kind            text        NOT NULL,
    state           text CHECK (state ~ '^[0-9]{2}$'),
    municipality    text CHECK (municipality ~ '^[0-9]{5}$' AND left(municipality, 2) = state),
    parent_id       uuid CHECK (parent_id <> id),
    succeeded_by_id uuid CHECK (succeeded_by_id <> id),
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, parent_id) REFERENCES organization (tenant_id, id),
    FOREIGN KEY (tenant_id, succeeded_by_id) REFERENCES organization (tenant_id, id)
);

ALTER TABLE organization ENABLE ROW LEVEL SECURITY;
ALTER TABLE organization FORCE ROW LEVEL SECURITY;

CREATE POLICY organization_tenant ON organization TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE ON organization TO ${runtime};
