-- A file of applications that is sent again finds those that it made.
CREATE INDEX application_reference ON application (tenant_id, source_system, external_id, cohort_id)
    WHERE external_id IS NOT NULL;
