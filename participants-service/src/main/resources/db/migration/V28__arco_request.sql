-- A person's requests to know, correct, cancel or oppose the use of her data. What was written is sealed under her key;
-- the columns beside it are codes and dates, so that what is due can be looked for.
CREATE TABLE arco_request (
    tenant_id      uuid        NOT NULL,
    id             uuid        NOT NULL,
    version        bigint      NOT NULL,
    created_at     timestamptz NOT NULL,
    participant_id uuid        NOT NULL,
    kind           text        NOT NULL,
    requester      text        NOT NULL,
    received_on    date        NOT NULL,
    clock_from     date        NOT NULL,
    last_on        date        NOT NULL,
    status         text        NOT NULL,
    due_on         date,
    prevention_by  date        NOT NULL,
    referral_by    date        NOT NULL,
    prevented      boolean     NOT NULL,
    extended       boolean     NOT NULL,
    answered_on    date,
    blocked_until  date,
    purposes       text[]      NOT NULL,
    filing         bytea       NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, participant_id) REFERENCES participant (tenant_id, id)
);

CREATE INDEX arco_request_participant ON arco_request (tenant_id, participant_id);
CREATE INDEX arco_request_due ON arco_request (due_on) WHERE due_on IS NOT NULL;
CREATE INDEX arco_request_blocked ON arco_request (blocked_until) WHERE status = 'BLOCKED';

-- What was done with a request, in its order. Rows are added, never changed.
CREATE TABLE arco_step (
    tenant_id      uuid        NOT NULL,
    id             uuid        NOT NULL,
    version        bigint      NOT NULL,
    created_at     timestamptz NOT NULL,
    request_id     uuid        NOT NULL,
    participant_id uuid        NOT NULL,
    step           text        NOT NULL,
    taken_on       date        NOT NULL,
    subject        text        NOT NULL,
    note           bytea,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, request_id) REFERENCES arco_request (tenant_id, id)
);

CREATE INDEX arco_step_request ON arco_step (tenant_id, request_id, id);

ALTER TABLE arco_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE arco_request FORCE ROW LEVEL SECURITY;
ALTER TABLE arco_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE arco_step FORCE ROW LEVEL SECURITY;

CREATE POLICY arco_request_seen ON arco_request TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (unlimited() OR in_compartment(participant_id)))
    WITH CHECK (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (unlimited() OR in_compartment(participant_id)));
CREATE POLICY arco_request_watched ON arco_request FOR SELECT TO ${worker} USING (true);
CREATE POLICY arco_step_seen ON arco_step FOR SELECT TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (unlimited() OR in_compartment(participant_id)));
CREATE POLICY arco_step_taken ON arco_step FOR INSERT TO ${runtime}
    WITH CHECK (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (unlimited() OR in_compartment(participant_id)));

GRANT SELECT, INSERT, UPDATE ON arco_request TO ${runtime};
GRANT SELECT ON arco_request TO ${worker};
GRANT SELECT, INSERT ON arco_step TO ${runtime};
