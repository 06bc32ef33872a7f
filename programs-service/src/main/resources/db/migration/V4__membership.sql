-- The record of who may act for the tenant, and how far. Tokens are issued from it; they are what is checked.
CREATE TABLE membership (
    tenant_id       uuid        NOT NULL,
    id              uuid        NOT NULL,
    version         bigint      NOT NULL,
    created_at      timestamptz NOT NULL,
    organization_id uuid        NOT NULL,
    roles           text[]      NOT NULL CHECK (cardinality(roles) > 0),
    agreements      uuid[]      NOT NULL,
    centers         uuid[]      NOT NULL,
    starts_on       date        NOT NULL,
    ends_on         date,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, organization_id) REFERENCES organization (tenant_id, id),
    CHECK (ends_on >= starts_on)
);

CREATE INDEX membership_organization ON membership (tenant_id, organization_id, id);

ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
ALTER TABLE membership FORCE ROW LEVEL SECURITY;

CREATE POLICY membership_tenant ON membership TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE ON membership TO ${runtime};
