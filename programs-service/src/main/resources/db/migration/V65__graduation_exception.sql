-- What of the graduation criteria a woman need not meet, and who decided it: one person asks, another decides.
CREATE TABLE graduation_exception (
    tenant_id     uuid        NOT NULL,
    id            uuid        NOT NULL,
    version       bigint      NOT NULL,
    created_at    timestamptz NOT NULL,
    enrollment_id uuid        NOT NULL,
    waives        jsonb       NOT NULL,
    reason        text        NOT NULL,
    document      jsonb,
    status        text        NOT NULL CHECK (status IN ('REQUESTED', 'ACCEPTED', 'REFUSED')),
    requested_by  text        NOT NULL,
    reviewed_by   text        CHECK (reviewed_by <> requested_by),
    reviewed_at   timestamptz,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, enrollment_id) REFERENCES enrollment (tenant_id, id),
    CHECK ((status = 'REQUESTED') = (reviewed_by IS NULL)),
    CHECK ((reviewed_by IS NULL) = (reviewed_at IS NULL))
);

CREATE INDEX graduation_exception_enrollment ON graduation_exception (tenant_id, enrollment_id, id);

ALTER TABLE graduation_exception ENABLE ROW LEVEL SECURITY;
ALTER TABLE graduation_exception FORCE ROW LEVEL SECURITY;

CREATE POLICY graduation_exception_tenant ON graduation_exception TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND EXISTS (SELECT FROM enrollment e
                     WHERE e.tenant_id = graduation_exception.tenant_id AND e.id = graduation_exception.enrollment_id));

GRANT SELECT, INSERT, UPDATE ON graduation_exception TO ${runtime};
