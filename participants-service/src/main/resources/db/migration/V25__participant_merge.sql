-- Each merge of a record into another and its reversal: the table of aliases. Rows are added, and marked when they are
-- taken back. What was protected before a merge is kept, so that its reversal can lead back there.
CREATE TABLE participant_merge (
    tenant_id          uuid        NOT NULL,
    id                 uuid        NOT NULL,
    version            bigint      NOT NULL,
    created_at         timestamptz NOT NULL,
    survivor_id        uuid        NOT NULL,
    merged_id          uuid        NOT NULL CHECK (merged_id <> survivor_id),
    reason             text        NOT NULL,
    survivor_protected boolean     NOT NULL,
    merged_protected   boolean     NOT NULL,
    reversed_at        timestamptz,
    reversal_reason    text        CHECK ((reversal_reason IS NULL) = (reversed_at IS NULL)),
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, survivor_id) REFERENCES participant (tenant_id, id),
    FOREIGN KEY (tenant_id, merged_id) REFERENCES participant (tenant_id, id)
);

CREATE UNIQUE INDEX participant_merge_once ON participant_merge (tenant_id, merged_id) WHERE reversed_at IS NULL;
CREATE INDEX participant_merge_survivor ON participant_merge (tenant_id, survivor_id, id);

ALTER TABLE participant_merge ENABLE ROW LEVEL SECURITY;
ALTER TABLE participant_merge FORCE ROW LEVEL SECURITY;

CREATE POLICY participant_merge_seen ON participant_merge FOR SELECT TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (unlimited() OR in_compartment(survivor_id)));
CREATE POLICY participant_merge_made ON participant_merge FOR INSERT TO ${runtime}
    WITH CHECK (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY participant_merge_reversed ON participant_merge FOR UPDATE TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (unlimited() OR in_compartment(survivor_id)));

GRANT SELECT, INSERT, UPDATE ON participant_merge TO ${runtime};
