-- Staff are not participants, but their names and addresses are kept as theirs are: sealed.
CREATE TABLE staff (
    tenant_id       uuid        NOT NULL,
    id              uuid        NOT NULL,
    version         bigint      NOT NULL,
    created_at      timestamptz NOT NULL,
    kind            text        NOT NULL,
    organization_id uuid        NOT NULL,
    center_id       uuid,
    agreement_id    uuid,
    starts_on       date        NOT NULL,
    ends_on         date,
    sex             text,
    identity        bytea       NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, organization_id) REFERENCES organization (tenant_id, id),
    FOREIGN KEY (tenant_id, center_id) REFERENCES center (tenant_id, id),
    FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id),
    CHECK (ends_on >= starts_on)
);

CREATE INDEX staff_organization ON staff (tenant_id, organization_id, id);

ALTER TABLE staff ENABLE ROW LEVEL SECURITY;
ALTER TABLE staff FORCE ROW LEVEL SECURITY;

CREATE POLICY staff_tenant ON staff TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (NULLIF(current_setting('app.centers', true), '') IS NULL
            OR center_id = ANY (string_to_array(current_setting('app.centers', true), ',')::uuid[])));

GRANT SELECT, INSERT, UPDATE ON staff TO ${runtime};
