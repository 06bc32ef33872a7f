-- A module is completed once per enrolment, by its code: after a transfer another version of the pathway has other ids.
CREATE TABLE completion (
    tenant_id     uuid          NOT NULL,
    id            uuid          NOT NULL,
    version       bigint        NOT NULL,
    created_at    timestamptz   NOT NULL,
    enrollment_id uuid          NOT NULL,
    module_id     uuid          NOT NULL,
    module_code   text          NOT NULL,
    completed_on  date          NOT NULL,
    hours         numeric(6, 2) NOT NULL CHECK (hours >= 0),
    source        text          NOT NULL,
    recorded_by   text          NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, enrollment_id, module_code),
    FOREIGN KEY (tenant_id, enrollment_id) REFERENCES enrollment (tenant_id, id)
);

CREATE INDEX completion_enrollment ON completion (tenant_id, enrollment_id, id);

ALTER TABLE completion ENABLE ROW LEVEL SECURITY;
ALTER TABLE completion FORCE ROW LEVEL SECURITY;

CREATE POLICY completion_tenant ON completion TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND EXISTS (SELECT FROM enrollment e WHERE e.tenant_id = completion.tenant_id AND e.id = completion.enrollment_id));

GRANT SELECT, INSERT, UPDATE ON completion TO ${runtime};
