CREATE TABLE mentorship_session (
    tenant_id     uuid          NOT NULL,
    id            uuid          NOT NULL,
    version       bigint        NOT NULL,
    created_at    timestamptz   NOT NULL,
    mentorship_id uuid          NOT NULL,
    held_on       date          NOT NULL,
    hours         numeric(4, 2) NOT NULL CHECK (hours > 0 AND hours <= 24),
    mentees       uuid[]        NOT NULL,
    recorded_by   text          NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, mentorship_id) REFERENCES mentorship (tenant_id, id)
);

CREATE INDEX mentorship_session_mentorship ON mentorship_session (tenant_id, mentorship_id, id);

ALTER TABLE mentorship_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentorship_session FORCE ROW LEVEL SECURITY;

CREATE POLICY mentorship_session_tenant ON mentorship_session TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND EXISTS (SELECT FROM mentorship m
            WHERE m.tenant_id = mentorship_session.tenant_id AND m.id = mentorship_session.mentorship_id));

GRANT SELECT, INSERT ON mentorship_session TO ${runtime};
