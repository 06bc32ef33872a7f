-- Recognition in public, apart from graduation: one ceremony may recognise the graduates of several cohorts of a centre.
CREATE TABLE ceremony (
    tenant_id  uuid        NOT NULL,
    id         uuid        NOT NULL,
    version    bigint      NOT NULL,
    created_at timestamptz NOT NULL,
    center_id  uuid        NOT NULL,
    held_on    date        NOT NULL,
    title      jsonb       NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, center_id) REFERENCES center (tenant_id, id)
);

CREATE UNIQUE INDEX ceremony_once ON ceremony (tenant_id, center_id, held_on, (title ->> 'es'));

ALTER TABLE ceremony ENABLE ROW LEVEL SECURITY;
ALTER TABLE ceremony FORCE ROW LEVEL SECURITY;

CREATE POLICY ceremony_tenant ON ceremony TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (NULLIF(current_setting('app.centers', true), '') IS NULL
            OR center_id = ANY (string_to_array(current_setting('app.centers', true), ',')::uuid[])));

GRANT SELECT, INSERT, UPDATE ON ceremony TO ${runtime};

CREATE TABLE recognition (
    tenant_id     uuid NOT NULL,
    ceremony_id   uuid NOT NULL,
    enrollment_id uuid NOT NULL,
    PRIMARY KEY (tenant_id, ceremony_id, enrollment_id),
    FOREIGN KEY (tenant_id, ceremony_id) REFERENCES ceremony (tenant_id, id),
    FOREIGN KEY (tenant_id, enrollment_id) REFERENCES enrollment (tenant_id, id)
);

CREATE INDEX recognition_enrollment ON recognition (tenant_id, enrollment_id);

ALTER TABLE recognition ENABLE ROW LEVEL SECURITY;
ALTER TABLE recognition FORCE ROW LEVEL SECURITY;

CREATE POLICY recognition_tenant ON recognition TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND EXISTS (SELECT FROM enrollment e WHERE e.tenant_id = recognition.tenant_id AND e.id = recognition.enrollment_id));

GRANT SELECT, INSERT ON recognition TO ${runtime};
