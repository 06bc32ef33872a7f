-- The tenant's learning centres as programs-service tells them, so that a registration names one that exists.
CREATE TABLE known_center (
    tenant_id uuid NOT NULL,
    id        uuid NOT NULL,
    closed_on date,
    PRIMARY KEY (tenant_id, id)
);

ALTER TABLE known_center ENABLE ROW LEVEL SECURITY;
ALTER TABLE known_center FORCE ROW LEVEL SECURITY;

CREATE POLICY known_center_tenant ON known_center FOR SELECT TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY known_center_inbox ON known_center TO ${worker} USING (true) WITH CHECK (true);

GRANT SELECT ON known_center TO ${runtime};
GRANT SELECT, INSERT, UPDATE, DELETE ON known_center TO ${worker};
