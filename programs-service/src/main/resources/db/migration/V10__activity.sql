-- What was held for many at once: no person is named, only counted, as exactly as the source allows.
CREATE TABLE activity (
    tenant_id       uuid        NOT NULL,
    id              uuid        NOT NULL,
    version         bigint      NOT NULL,
    created_at      timestamptz NOT NULL,
    kind            text        NOT NULL,
    audience        text        NOT NULL,
    title           jsonb       NOT NULL,
    organization_id uuid,
    agreement_id    uuid,
    center_id       uuid,
    starts_on       date        NOT NULL,
    ends_on         date        NOT NULL,
    hours           numeric CHECK (hours > 0),
    headcounts      jsonb       NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, organization_id) REFERENCES organization (tenant_id, id),
    FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id),
    FOREIGN KEY (tenant_id, center_id) REFERENCES center (tenant_id, id),
    CHECK (ends_on >= starts_on)
);

ALTER TABLE activity ENABLE ROW LEVEL SECURITY;
ALTER TABLE activity FORCE ROW LEVEL SECURITY;

CREATE POLICY activity_tenant ON activity TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (NULLIF(current_setting('app.centers', true), '') IS NULL
            OR center_id = ANY (string_to_array(current_setting('app.centers', true), ',')::uuid[])));

GRANT SELECT, INSERT, UPDATE ON activity TO ${runtime};
