-- Day and hours of the session stand here too: after a transfer her new centre sees her attendance, not the other
-- centre's sessions, and her percentage must be the same for whoever reads it.
CREATE TABLE attendance (
    tenant_id     uuid          NOT NULL,
    id            uuid          NOT NULL,
    version       bigint        NOT NULL,
    created_at    timestamptz   NOT NULL,
    session_id    uuid          NOT NULL,
    enrollment_id uuid          NOT NULL,
    held_on       date          NOT NULL,
    session_hours numeric(4, 2) NOT NULL,
    attended      boolean       NOT NULL,
    hours         numeric(4, 2) NOT NULL CHECK (hours >= 0 AND hours <= session_hours),
    recorded_by   text          NOT NULL,
    reason        text,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, session_id, enrollment_id),
    FOREIGN KEY (tenant_id, session_id) REFERENCES session (tenant_id, id),
    FOREIGN KEY (tenant_id, enrollment_id) REFERENCES enrollment (tenant_id, id),
    CHECK (attended = (hours > 0))
);

CREATE INDEX attendance_enrollment ON attendance (tenant_id, enrollment_id, id);

ALTER TABLE attendance ENABLE ROW LEVEL SECURITY;
ALTER TABLE attendance FORCE ROW LEVEL SECURITY;

-- Whoever may see the enrolment may see what hangs on it: the inner query runs under the enrolment's own policy.
CREATE POLICY attendance_tenant ON attendance TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND EXISTS (SELECT FROM enrollment e WHERE e.tenant_id = attendance.tenant_id AND e.id = attendance.enrollment_id));

GRANT SELECT, INSERT, UPDATE ON attendance TO ${runtime};
