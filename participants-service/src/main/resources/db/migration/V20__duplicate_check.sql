-- Records that are still to be compared with the others, written in the commit that registers or changes them. Those
-- that are registered already are all to be compared once.
CREATE TABLE duplicate_check (
    tenant_id      uuid        NOT NULL,
    participant_id uuid        NOT NULL,
    asked_at       timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, participant_id),
    FOREIGN KEY (tenant_id, participant_id) REFERENCES participant (tenant_id, id)
);

INSERT INTO duplicate_check (tenant_id, participant_id) SELECT tenant_id, id FROM participant;

ALTER TABLE duplicate_check ENABLE ROW LEVEL SECURITY;
ALTER TABLE duplicate_check FORCE ROW LEVEL SECURITY;

CREATE POLICY duplicate_check_seen ON duplicate_check TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (unlimited() OR in_compartment(participant_id)))
    WITH CHECK (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY duplicate_check_due ON duplicate_check FOR SELECT TO ${worker} USING (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON duplicate_check TO ${runtime};
GRANT SELECT ON duplicate_check TO ${worker};
