-- Two records that may be of one woman, and what somebody decided on them. Who is limited to centres or a portal sees a
-- pair only where she sees both. What was decided stays, so that a pair found to be two women does not come back;
-- `telling` is a keyed hash of what the decision was made on, by which a material change is known.
CREATE TABLE duplicate (
    tenant_id  uuid         NOT NULL,
    id         uuid         NOT NULL,
    version    bigint       NOT NULL,
    created_at timestamptz  NOT NULL,
    one_id     uuid         NOT NULL,
    other_id   uuid         NOT NULL CHECK (one_id < other_id),
    score      numeric(3,2) NOT NULL CHECK (score BETWEEN 0 AND 1),
    traits     text[]       NOT NULL,
    telling    bytea        NOT NULL,
    status     text         NOT NULL,
    reason     text         CHECK (reason IS NOT NULL OR status <> 'DISMISSED'),
    decided_at timestamptz  CHECK (decided_at IS NOT NULL OR status = 'OPEN'),
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT duplicate_pair UNIQUE (tenant_id, one_id, other_id),
    FOREIGN KEY (tenant_id, one_id) REFERENCES participant (tenant_id, id),
    FOREIGN KEY (tenant_id, other_id) REFERENCES participant (tenant_id, id)
);

CREATE INDEX duplicate_other ON duplicate (tenant_id, other_id);
CREATE INDEX duplicate_status ON duplicate (tenant_id, status, id);

ALTER TABLE duplicate ENABLE ROW LEVEL SECURITY;
ALTER TABLE duplicate FORCE ROW LEVEL SECURITY;

CREATE POLICY duplicate_seen ON duplicate FOR SELECT TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (unlimited() OR in_compartment(one_id) AND in_compartment(other_id)));
CREATE POLICY duplicate_found ON duplicate FOR INSERT TO ${runtime}
    WITH CHECK (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY duplicate_decided ON duplicate FOR UPDATE TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (unlimited() OR in_compartment(one_id) AND in_compartment(other_id)));
CREATE POLICY duplicate_lapsed ON duplicate FOR DELETE TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid AND unlimited());

GRANT SELECT, INSERT, UPDATE, DELETE ON duplicate TO ${runtime};
