-- The centre of each cohort as programs-service tells it, so that staff limited to centres apply to their own cohorts.
CREATE TABLE known_cohort (
    tenant_id uuid NOT NULL,
    id        uuid NOT NULL,
    center_id uuid NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

ALTER TABLE known_cohort ENABLE ROW LEVEL SECURITY;
ALTER TABLE known_cohort FORCE ROW LEVEL SECURITY;

CREATE POLICY known_cohort_tenant ON known_cohort FOR SELECT TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY known_cohort_inbox ON known_cohort TO ${worker} USING (true) WITH CHECK (true);

GRANT SELECT ON known_cohort TO ${runtime};
GRANT SELECT, INSERT, UPDATE, DELETE ON known_cohort TO ${worker};
