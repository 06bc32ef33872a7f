-- What a person can be found by: keyed hashes of name words, their sounds, their first letters, and her phone.
CREATE TABLE search_token (
    tenant_id      uuid  NOT NULL,
    token          bytea NOT NULL CHECK (octet_length(token) = 16),
    participant_id uuid  NOT NULL,
    PRIMARY KEY (tenant_id, token, participant_id),
    FOREIGN KEY (tenant_id, participant_id) REFERENCES participant (tenant_id, id)
);

CREATE INDEX search_token_participant ON search_token (tenant_id, participant_id);

ALTER TABLE search_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE search_token FORCE ROW LEVEL SECURITY;

CREATE POLICY search_token_seen ON search_token TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (unlimited() OR in_compartment(participant_id)))
    WITH CHECK (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);

GRANT SELECT, INSERT, DELETE ON search_token TO ${runtime};
