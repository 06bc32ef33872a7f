-- A woman's application to a cohort: made here, decided in programs-service, whose events set the status.
CREATE TABLE application (
    tenant_id      uuid        NOT NULL,
    id             uuid        NOT NULL,
    version        bigint      NOT NULL,
    created_at     timestamptz NOT NULL,
    participant_id uuid        NOT NULL,
    cohort_id      uuid        NOT NULL,
    source_system  text,
    external_id    text,
    applied_on     date        NOT NULL,
    status         text        NOT NULL,
    enrollment_id  uuid,
    reason         text,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, participant_id) REFERENCES participant (tenant_id, id)
);

-- One application at a time per woman and cohort; after it has ended she may apply again.
CREATE UNIQUE INDEX application_live ON application (tenant_id, participant_id, cohort_id)
    WHERE status NOT IN ('REJECTED', 'WITHDRAWN', 'DECLINED', 'OFFER_EXPIRED');

ALTER TABLE application ENABLE ROW LEVEL SECURITY;
ALTER TABLE application FORCE ROW LEVEL SECURITY;

-- A portal sees what it submitted itself, even for a woman whose record it may not see.
CREATE POLICY application_seen ON application FOR SELECT TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (NULLIF(current_setting('app.source_system', true), '') IS NULL
            OR source_system = current_setting('app.source_system', true))
        AND (NULLIF(current_setting('app.centers', true), '') IS NULL
            OR EXISTS (SELECT
                         FROM served_at s
                        WHERE s.tenant_id = application.tenant_id
                          AND s.participant_id = application.participant_id)));
CREATE POLICY application_submitted ON application FOR INSERT TO ${runtime}
    WITH CHECK (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (NULLIF(current_setting('app.source_system', true), '') IS NULL
            OR source_system = current_setting('app.source_system', true)));
CREATE POLICY application_decided ON application TO ${worker} USING (true) WITH CHECK (true);

GRANT SELECT, INSERT ON application TO ${runtime};
GRANT SELECT, UPDATE ON application TO ${worker};
