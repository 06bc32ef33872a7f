-- Who opened which protected record, why, and who looked into it afterwards. The hour is this database's own: no service
-- sets when it began or ends, and nobody holds a right to move it.
CREATE TABLE identity_access (
    tenant_id      uuid        NOT NULL,
    id             uuid        NOT NULL,
    version        bigint      NOT NULL,
    created_at     timestamptz NOT NULL,
    participant_id uuid        NOT NULL,
    subject        text        NOT NULL,
    client         text        NOT NULL,
    organization   uuid        NOT NULL,
    reason         text        NOT NULL,
    account        bytea       NOT NULL,
    granted_at     timestamptz NOT NULL DEFAULT now(),
    ends_at        timestamptz NOT NULL DEFAULT now() + interval '60 minutes',
    ended_at       timestamptz,
    ended_by       text,
    reviewed_at    timestamptz,
    reviewed_by    text,
    outcome        text,
    review_note    bytea,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, participant_id) REFERENCES participant (tenant_id, id),
    CHECK (ends_at <= granted_at + interval '60 minutes'),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
    CHECK ((reviewed_at IS NULL) = (reviewed_by IS NULL) AND (reviewed_at IS NULL) = (outcome IS NULL)),
    CHECK (reviewed_by <> subject)
);

-- What is looked for with every read of a protected record by those who may open one.
CREATE INDEX identity_access_live ON identity_access (tenant_id, subject, participant_id, ends_at)
    WHERE ended_at IS NULL;

ALTER TABLE identity_access ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity_access FORCE ROW LEVEL SECURITY;

CREATE POLICY identity_access_seen ON identity_access FOR SELECT TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (unlimited() OR in_compartment(participant_id)));
CREATE POLICY identity_access_granted ON identity_access FOR INSERT TO ${runtime}
    WITH CHECK (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (unlimited() OR in_compartment(participant_id)));
CREATE POLICY identity_access_ended ON identity_access FOR UPDATE TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (unlimited() OR in_compartment(participant_id)))
    WITH CHECK (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);

GRANT SELECT ON identity_access TO ${runtime};
GRANT INSERT (tenant_id, id, version, created_at, participant_id, subject, client, organization, reason, account)
    ON identity_access TO ${runtime};
GRANT UPDATE (version, ended_at, ended_by, reviewed_at, reviewed_by, outcome, review_note)
    ON identity_access TO ${runtime};
