-- Whom this service may enrol: the tenant's participants as the snapshots topic tells them. No identity is held here.
CREATE TABLE known_participant (
    tenant_id   uuid        NOT NULL,
    id          uuid        NOT NULL,
    merged_into uuid,
    suppressed  boolean     NOT NULL DEFAULT false,
    known_since timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX known_participant_merged ON known_participant (tenant_id, merged_into) WHERE merged_into IS NOT NULL;

ALTER TABLE known_participant ENABLE ROW LEVEL SECURITY;
ALTER TABLE known_participant FORCE ROW LEVEL SECURITY;

CREATE POLICY known_participant_tenant ON known_participant TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY known_participant_inbox ON known_participant TO ${worker} USING (true) WITH CHECK (true);

GRANT SELECT ON known_participant TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON known_participant TO ${worker};
