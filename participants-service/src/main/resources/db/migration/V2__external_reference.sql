-- How a portal finds its own people again. The primary key is the promise that a reference names one person.
CREATE TABLE external_reference (
    tenant_id      uuid        NOT NULL,
    source_system  text        NOT NULL CHECK (source_system ~ '^[a-z][a-z0-9-]{1,39}$'),
    external_id    text        NOT NULL CHECK (external_id ~ '^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$'),
    participant_id uuid        NOT NULL,
    created_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, source_system, external_id),
    FOREIGN KEY (tenant_id, participant_id) REFERENCES participant (tenant_id, id)
);

CREATE INDEX external_reference_participant ON external_reference (tenant_id, participant_id, source_system);

ALTER TABLE external_reference ENABLE ROW LEVEL SECURITY;
ALTER TABLE external_reference FORCE ROW LEVEL SECURITY;

GRANT SELECT, INSERT ON external_reference TO ${runtime};
