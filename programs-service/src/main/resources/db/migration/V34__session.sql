-- A class of a cohort. It counts as held from its first roll-call on.
CREATE TABLE session (
    tenant_id    uuid          NOT NULL,
    id           uuid          NOT NULL,
    version      bigint        NOT NULL,
    created_at   timestamptz   NOT NULL,
    cohort_id    uuid          NOT NULL,
    center_id    uuid          NOT NULL,
    module_id    uuid,
    held_on      date          NOT NULL,
    starts_at    time,
    hours        numeric(4, 2) NOT NULL CHECK (hours > 0 AND hours <= 24),
    title        jsonb,
    roll_call_at timestamptz,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, cohort_id) REFERENCES cohort (tenant_id, id),
    FOREIGN KEY (tenant_id, center_id) REFERENCES center (tenant_id, id)
);

CREATE INDEX session_cohort ON session (tenant_id, cohort_id, id);

ALTER TABLE session ENABLE ROW LEVEL SECURITY;
ALTER TABLE session FORCE ROW LEVEL SECURITY;

CREATE POLICY session_tenant ON session TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (NULLIF(current_setting('app.centers', true), '') IS NULL
            OR center_id = ANY (string_to_array(current_setting('app.centers', true), ',')::uuid[])));

GRANT SELECT, INSERT, UPDATE ON session TO ${runtime};
