-- What people are told of how their data are used (aviso de privacidad), one row a version. Rows are added, never changed:
-- nobody holds a right to update or delete them, so a consent says for ever what it was given to.
CREATE TABLE notice (
    tenant_id      uuid        NOT NULL,
    id             uuid        NOT NULL,
    version        bigint      NOT NULL,
    created_at     timestamptz NOT NULL,
    notice_version text        NOT NULL CHECK (notice_version ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
    valid_from     date        NOT NULL,
    purposes       text[]      NOT NULL CHECK (cardinality(purposes) > 0),
    texts          jsonb       NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT notice_version_once UNIQUE (tenant_id, notice_version)
);

ALTER TABLE notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice FORCE ROW LEVEL SECURITY;

CREATE POLICY notice_seen ON notice FOR SELECT TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);
-- A notice is the whole tenant's: no role that is limited to centres or to a portal publishes one.
CREATE POLICY notice_published ON notice FOR INSERT TO ${runtime}
    WITH CHECK (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid AND unlimited());

GRANT SELECT, INSERT ON notice TO ${runtime};
