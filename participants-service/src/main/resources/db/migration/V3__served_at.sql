-- Which centres serve whom, from registrations and from enrolment events. No foreign key: an enrolment may be told of
-- before the woman's row is back from a restore, and must not be lost for it.
CREATE TABLE served_at (
    tenant_id      uuid        NOT NULL,
    participant_id uuid        NOT NULL,
    center_id      uuid        NOT NULL,
    since          timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, participant_id, center_id)
);

CREATE INDEX served_at_center ON served_at (tenant_id, center_id, participant_id);

ALTER TABLE served_at ENABLE ROW LEVEL SECURITY;
ALTER TABLE served_at FORCE ROW LEVEL SECURITY;

CREATE POLICY served_at_inbox ON served_at TO ${worker} USING (true) WITH CHECK (true);

GRANT SELECT, INSERT ON served_at TO ${runtime};
GRANT SELECT, INSERT ON served_at TO ${worker};
