-- Applications as they arrive from participants-service; each is decided once, in the commit that marks it here.
CREATE TABLE application_intake (
    tenant_id       uuid        NOT NULL,
    id              uuid        NOT NULL,
    arrival         bigint      GENERATED ALWAYS AS IDENTITY,
    participant_id  uuid        NOT NULL,
    cohort_id       uuid        NOT NULL,
    source_system   text,
    applied_on      date        NOT NULL,
    received_at     timestamptz NOT NULL DEFAULT now(),
    status          text        NOT NULL DEFAULT 'PENDING' CHECK (status IN ('PENDING', 'DECIDED')),
    enrollment_id   uuid,
    attempts        integer     NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL DEFAULT now(),
    decided_at      timestamptz,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX application_intake_pending ON application_intake (arrival) WHERE status = 'PENDING';

ALTER TABLE application_intake ENABLE ROW LEVEL SECURITY;
ALTER TABLE application_intake FORCE ROW LEVEL SECURITY;

CREATE POLICY application_intake_tenant ON application_intake TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (NULLIF(current_setting('app.source_system', true), '') IS NULL
            OR source_system = current_setting('app.source_system', true)));
CREATE POLICY application_intake_inbox ON application_intake TO ${worker} USING (true) WITH CHECK (true);

GRANT SELECT, UPDATE ON application_intake TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON application_intake TO ${worker};
