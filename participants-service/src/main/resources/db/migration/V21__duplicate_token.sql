-- What records are compared by: keyed hashes of what two records of one woman are likely to have in common. Protected
-- records are here too, so nobody who is limited to centres or a portal reads any of it.
CREATE TABLE duplicate_token (
    tenant_id      uuid  NOT NULL,
    token          bytea NOT NULL CHECK (octet_length(token) = 16),
    participant_id uuid  NOT NULL,
    PRIMARY KEY (tenant_id, token, participant_id),
    FOREIGN KEY (tenant_id, participant_id) REFERENCES participant (tenant_id, id)
);

CREATE INDEX duplicate_token_participant ON duplicate_token (tenant_id, participant_id);

ALTER TABLE duplicate_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE duplicate_token FORCE ROW LEVEL SECURITY;

CREATE POLICY duplicate_token_seen ON duplicate_token TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid AND unlimited());

GRANT SELECT, INSERT, DELETE ON duplicate_token TO ${runtime};
