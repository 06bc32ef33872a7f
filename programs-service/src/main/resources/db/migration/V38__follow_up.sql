-- Individual follow-up contacts; the note is sealed under the participant's key.
CREATE TABLE follow_up (
    tenant_id     uuid        NOT NULL,
    id            uuid        NOT NULL,
    version       bigint      NOT NULL,
    created_at    timestamptz NOT NULL,
    enrollment_id uuid        NOT NULL,
    made_on       date        NOT NULL,
    kind          text        NOT NULL,
    staff_id      uuid,
    recorded_by   text        NOT NULL,
    note          bytea,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, enrollment_id) REFERENCES enrollment (tenant_id, id)
);

CREATE INDEX follow_up_enrollment ON follow_up (tenant_id, enrollment_id, id);

ALTER TABLE follow_up ENABLE ROW LEVEL SECURITY;
ALTER TABLE follow_up FORCE ROW LEVEL SECURITY;

CREATE POLICY follow_up_tenant ON follow_up TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND EXISTS (SELECT FROM enrollment e WHERE e.tenant_id = follow_up.tenant_id AND e.id = follow_up.enrollment_id));

GRANT SELECT, INSERT ON follow_up TO ${runtime};
