-- Whom a programme is for, version by version: all conditions of the newest one must hold. None is ever changed.
CREATE TABLE eligibility_rule (
    tenant_id    uuid        NOT NULL,
    id           uuid        NOT NULL,
    version      bigint      NOT NULL,
    created_at   timestamptz NOT NULL,
    program_id   uuid        NOT NULL,
    rule_version integer     NOT NULL CHECK (rule_version > 0),
    conditions   jsonb       NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT eligibility_rule_version UNIQUE (tenant_id, program_id, rule_version),
    FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, id)
);

ALTER TABLE eligibility_rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE eligibility_rule FORCE ROW LEVEL SECURITY;

CREATE POLICY eligibility_rule_tenant ON eligibility_rule TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);

GRANT SELECT, INSERT ON eligibility_rule TO ${runtime};
