-- What officials and other staff were trained and certified in, one by one; where only heads were counted there is an
-- activity. The certificate's folio leads to a name in public registers, so it is sealed as the name is.
CREATE TABLE staff_qualification (
    tenant_id       uuid        NOT NULL,
    id              uuid        NOT NULL,
    version         bigint      NOT NULL,
    created_at      timestamptz NOT NULL,
    staff_id        uuid        NOT NULL,
    kind            text        NOT NULL CHECK (kind IN ('TRAINING', 'CERTIFICATION')),
    title           jsonb       NOT NULL,
    standard        text,
    completed_on    date        NOT NULL,
    hours           numeric     CHECK (hours > 0),
    organization_id uuid,
    agreement_id    uuid,
    certificate     bytea,
    mistaken        boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, staff_id) REFERENCES staff (tenant_id, id),
    FOREIGN KEY (tenant_id, organization_id) REFERENCES organization (tenant_id, id),
    FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id)
);

CREATE INDEX staff_qualification_staff ON staff_qualification (tenant_id, staff_id, id);

ALTER TABLE staff_qualification ENABLE ROW LEVEL SECURITY;
ALTER TABLE staff_qualification FORCE ROW LEVEL SECURITY;

-- Seen by whoever sees her.
CREATE POLICY staff_qualification_tenant ON staff_qualification TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND EXISTS (SELECT FROM staff s
            WHERE s.tenant_id = staff_qualification.tenant_id AND s.id = staff_qualification.staff_id));

GRANT SELECT, INSERT, UPDATE ON staff_qualification TO ${runtime};
