-- Coded answers are kept in clear, free text sealed under the participant's key.
CREATE TABLE survey_response (
    tenant_id     uuid        NOT NULL,
    id            uuid        NOT NULL,
    version       bigint      NOT NULL,
    created_at    timestamptz NOT NULL,
    enrollment_id uuid        NOT NULL,
    instrument_id uuid        NOT NULL,
    kind          text        NOT NULL,
    answered_on   date        NOT NULL,
    answers       jsonb       NOT NULL,
    texts         bytea,
    recorded_by   text        NOT NULL,
    reason        text,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, enrollment_id) REFERENCES enrollment (tenant_id, id),
    FOREIGN KEY (tenant_id, instrument_id) REFERENCES instrument (tenant_id, id)
);

-- Entry and exit are answered once, so that they can be paired; afterwards an instrument may be asked again another day.
CREATE UNIQUE INDEX survey_response_once ON survey_response (tenant_id, enrollment_id, kind)
    WHERE kind IN ('ENTRY', 'EXIT');
CREATE UNIQUE INDEX survey_response_day ON survey_response (tenant_id, enrollment_id, instrument_id, answered_on);
CREATE INDEX survey_response_enrollment ON survey_response (tenant_id, enrollment_id, id);

ALTER TABLE survey_response ENABLE ROW LEVEL SECURITY;
ALTER TABLE survey_response FORCE ROW LEVEL SECURITY;

CREATE POLICY survey_response_tenant ON survey_response TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND EXISTS (SELECT FROM enrollment e
            WHERE e.tenant_id = survey_response.tenant_id AND e.id = survey_response.enrollment_id));

GRANT SELECT, INSERT, UPDATE ON survey_response TO ${runtime};
