-- Which enrolments of a woman are under way in which programme, as programs-service tells it: of a protected woman only this
-- service knows who may be told that two of them are hers. No foreign key: an enrolment may be told of before the woman's
-- row is back from a restore, and must not be lost for it. Staff of a centre see those there alone, a portal none.
CREATE TABLE live_enrollment (
    tenant_id      uuid NOT NULL,
    id             uuid NOT NULL,
    participant_id uuid NOT NULL,
    program_id     uuid NOT NULL,
    center_id      uuid NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX live_enrollment_participant ON live_enrollment (tenant_id, participant_id);

ALTER TABLE live_enrollment ENABLE ROW LEVEL SECURITY;
ALTER TABLE live_enrollment FORCE ROW LEVEL SECURITY;

CREATE POLICY live_enrollment_seen ON live_enrollment FOR SELECT TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (unlimited() OR in_compartment(participant_id))
        AND (NULLIF(current_setting('app.centers', true), '') IS NULL
            OR center_id = ANY (string_to_array(current_setting('app.centers', true), ',')::uuid[]))
        AND NULLIF(current_setting('app.source_system', true), '') IS NULL);
CREATE POLICY live_enrollment_inbox ON live_enrollment TO ${worker} USING (true) WITH CHECK (true);

GRANT SELECT ON live_enrollment TO ${runtime};
GRANT SELECT, INSERT, UPDATE, DELETE ON live_enrollment TO ${worker};
