-- One version of a programme's path. Its phases and modules are one document: from the first cohort on it never changes,
-- so a module that was taught can never be lost. Graduation criteria are added by date of validity.
CREATE TABLE pathway (
    tenant_id       uuid        NOT NULL,
    id              uuid        NOT NULL,
    version         bigint      NOT NULL,
    created_at      timestamptz NOT NULL,
    program_id      uuid        NOT NULL,
    pathway_version integer     NOT NULL CHECK (pathway_version > 0),
    title           jsonb,
    phases          jsonb       NOT NULL,
    criteria        jsonb       NOT NULL,
    in_use          boolean     NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT pathway_version UNIQUE (tenant_id, program_id, pathway_version),
    FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, id)
);

ALTER TABLE pathway ENABLE ROW LEVEL SECURITY;
ALTER TABLE pathway FORCE ROW LEVEL SECURITY;

CREATE POLICY pathway_tenant ON pathway TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE ON pathway TO ${runtime};
