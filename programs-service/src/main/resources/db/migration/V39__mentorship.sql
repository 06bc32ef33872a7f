-- A participant trained as a mentor who accompanies others. Seen by whoever sees the mentor's enrolment.
CREATE TABLE mentorship (
    tenant_id            uuid        NOT NULL,
    id                   uuid        NOT NULL,
    version              bigint      NOT NULL,
    created_at           timestamptz NOT NULL,
    mentor_enrollment_id uuid        NOT NULL,
    mentees              uuid[]      NOT NULL,
    starts_on            date        NOT NULL,
    ends_on              date,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, mentor_enrollment_id) REFERENCES enrollment (tenant_id, id),
    CHECK (ends_on >= starts_on)
);

CREATE INDEX mentorship_mentor ON mentorship (tenant_id, mentor_enrollment_id, id);

ALTER TABLE mentorship ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentorship FORCE ROW LEVEL SECURITY;

CREATE POLICY mentorship_tenant ON mentorship TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND EXISTS (SELECT FROM enrollment e
            WHERE e.tenant_id = mentorship.tenant_id AND e.id = mentorship.mentor_enrollment_id));

GRANT SELECT, INSERT, UPDATE ON mentorship TO ${runtime};
