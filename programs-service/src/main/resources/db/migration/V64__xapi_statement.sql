-- What learning platforms sent: what became of each statement. Of who did it only our own account name is kept, and of a
-- statement that cannot be placed what it takes to place it later.
CREATE TABLE xapi_statement (
    tenant_id     uuid        NOT NULL,
    id            uuid        NOT NULL,
    received_at   timestamptz NOT NULL DEFAULT now(),
    client        text        NOT NULL,
    fingerprint   bytea       NOT NULL CHECK (octet_length(fingerprint) = 32),
    status        text        NOT NULL CHECK (status IN ('APPLIED', 'IGNORED', 'PARKED')),
    reason        text        CHECK ((reason IS NOT NULL) = (status = 'PARKED')),
    enrollment_id uuid,
    course        text,
    happened_at   timestamptz,
    tried_at      timestamptz,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX xapi_statement_parked ON xapi_statement (tenant_id, tried_at NULLS FIRST, id) WHERE status = 'PARKED';

ALTER TABLE xapi_statement ENABLE ROW LEVEL SECURITY;
ALTER TABLE xapi_statement FORCE ROW LEVEL SECURITY;

-- Nobody knows yet of which centre a parked one is: who is limited to some sees none.
CREATE POLICY xapi_statement_tenant ON xapi_statement TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND NULLIF(current_setting('app.centers', true), '') IS NULL
        AND NULLIF(current_setting('app.source_system', true), '') IS NULL);

GRANT SELECT, INSERT, UPDATE ON xapi_statement TO ${runtime};
