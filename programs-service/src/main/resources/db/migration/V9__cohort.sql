CREATE TABLE cohort (
    tenant_id    uuid        NOT NULL,
    id           uuid        NOT NULL,
    version      bigint      NOT NULL,
    created_at   timestamptz NOT NULL,
    code         text        NOT NULL,
    program_id   uuid        NOT NULL,
    pathway_id   uuid        NOT NULL,
    center_id    uuid        NOT NULL,
    agreement_id uuid,
    starts_on    date        NOT NULL,
    ends_on      date,
    capacity     integer     NOT NULL CHECK (capacity >= 1),
    offer_days   integer CHECK (offer_days >= 1),
    facilitators uuid[]      NOT NULL,
    status       text        NOT NULL CHECK (status IN ('PLANNED', 'OPEN', 'RUNNING', 'CLOSED')),
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT cohort_code UNIQUE (tenant_id, program_id, code),
    FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, id),
    FOREIGN KEY (tenant_id, pathway_id) REFERENCES pathway (tenant_id, id),
    FOREIGN KEY (tenant_id, center_id) REFERENCES center (tenant_id, id),
    FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id),
    CHECK (ends_on >= starts_on)
);

CREATE INDEX cohort_center ON cohort (tenant_id, center_id, id);

ALTER TABLE cohort ENABLE ROW LEVEL SECURITY;
ALTER TABLE cohort FORCE ROW LEVEL SECURITY;

CREATE POLICY cohort_tenant ON cohort TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (NULLIF(current_setting('app.centers', true), '') IS NULL
            OR center_id = ANY (string_to_array(current_setting('app.centers', true), ',')::uuid[])));

GRANT SELECT, INSERT, UPDATE ON cohort TO ${runtime};
