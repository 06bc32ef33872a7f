CREATE TABLE enrollment (
    tenant_id         uuid        NOT NULL,
    id                uuid        NOT NULL,
    version           bigint      NOT NULL,
    created_at        timestamptz NOT NULL,
    participant_id    uuid        NOT NULL,
    program_id        uuid        NOT NULL,
    cohort_id         uuid        NOT NULL,
    center_id         uuid        NOT NULL,
    agreement_id      uuid,
    application_id    uuid,
    source_system     text,
    status            text        NOT NULL CHECK (status IN (
        'APPLIED', 'WAITLISTED', 'OFFERED', 'ENROLLED', 'ACTIVE', 'GRADUATED',
        'DEFERRED', 'REJECTED', 'WITHDRAWN', 'DECLINED', 'OFFER_EXPIRED')),
    status_on         date        NOT NULL,
    applied_on        date        NOT NULL,
    waitlist_position integer,
    offer_expires_on  date,
    enrolled_on       date,
    joined_on         date,
    activated_on      date,
    graduated_on      date,
    criteria_version  integer,
    ended_on          date,
    reason            text,
    deferred_until    date,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, participant_id) REFERENCES known_participant (tenant_id, id),
    FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, id),
    FOREIGN KEY (tenant_id, cohort_id) REFERENCES cohort (tenant_id, id),
    FOREIGN KEY (tenant_id, center_id) REFERENCES center (tenant_id, id),
    FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id),
    CHECK ((status = 'WAITLISTED') = (waitlist_position IS NOT NULL)),
    CHECK ((status = 'OFFERED') = (offer_expires_on IS NOT NULL)),
    CHECK (status <> 'GRADUATED' OR (graduated_on IS NOT NULL AND criteria_version IS NOT NULL)),
    CHECK (status NOT IN ('ENROLLED', 'ACTIVE', 'GRADUATED') OR (enrolled_on IS NOT NULL AND joined_on IS NOT NULL))
);

-- One live enrolment per woman and programme, whoever sees it or not.
CREATE UNIQUE INDEX enrollment_one_live ON enrollment (tenant_id, participant_id, program_id)
    WHERE status IN ('APPLIED', 'WAITLISTED', 'OFFERED', 'ENROLLED', 'ACTIVE', 'DEFERRED');
CREATE UNIQUE INDEX enrollment_application ON enrollment (tenant_id, application_id) WHERE application_id IS NOT NULL;
CREATE UNIQUE INDEX enrollment_waitlist ON enrollment (tenant_id, cohort_id, waitlist_position)
    WHERE waitlist_position IS NOT NULL;
CREATE INDEX enrollment_cohort ON enrollment (tenant_id, cohort_id, id);
CREATE INDEX enrollment_participant ON enrollment (tenant_id, participant_id, id);
CREATE INDEX enrollment_offer_expires ON enrollment (offer_expires_on) WHERE offer_expires_on IS NOT NULL;

ALTER TABLE enrollment ENABLE ROW LEVEL SECURITY;
ALTER TABLE enrollment FORCE ROW LEVEL SECURITY;

CREATE POLICY enrollment_tenant ON enrollment TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (NULLIF(current_setting('app.centers', true), '') IS NULL
            OR center_id = ANY (string_to_array(current_setting('app.centers', true), ',')::uuid[]))
        AND (NULLIF(current_setting('app.source_system', true), '') IS NULL
            OR source_system = current_setting('app.source_system', true)));
-- The worker looks for offers that have run out; it changes nothing here.
CREATE POLICY enrollment_due_offers ON enrollment FOR SELECT TO ${worker} USING (status = 'OFFERED');

GRANT SELECT, INSERT, UPDATE ON enrollment TO ${runtime};
GRANT SELECT ON enrollment TO ${worker};
