-- What she agreed to and withdrew. Rows are added, never changed: nobody holds a right to update or delete them.
CREATE TABLE consent (
    tenant_id      uuid        NOT NULL,
    id             uuid        NOT NULL,
    version        bigint      NOT NULL,
    created_at     timestamptz NOT NULL,
    participant_id uuid        NOT NULL,
    purpose        text        NOT NULL,
    notice_version text        NOT NULL,
    channel        text        NOT NULL,
    granted        boolean     NOT NULL,
    given_at       timestamptz NOT NULL,
    by_guardian    boolean     NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, participant_id) REFERENCES participant (tenant_id, id)
);

CREATE INDEX consent_participant ON consent (tenant_id, participant_id, id);

ALTER TABLE consent ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent FORCE ROW LEVEL SECURITY;

CREATE POLICY consent_seen ON consent FOR SELECT TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (unlimited() OR in_compartment(participant_id)));
CREATE POLICY consent_given ON consent FOR INSERT TO ${runtime}
    WITH CHECK (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);

GRANT SELECT, INSERT ON consent TO ${runtime};
