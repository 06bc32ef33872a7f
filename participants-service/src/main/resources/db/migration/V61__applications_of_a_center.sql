-- Staff limited to centres see every application to a cohort of theirs, whoever applied: seen only once she is served
-- there, an application of a woman whose record they are not shown would tell, by being there or not, that she is.
ALTER POLICY application_seen ON application
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (NULLIF(current_setting('app.source_system', true), '') IS NULL
            OR source_system = current_setting('app.source_system', true))
        AND (NULLIF(current_setting('app.centers', true), '') IS NULL
            OR EXISTS (SELECT
                         FROM known_cohort c
                        WHERE c.tenant_id = application.tenant_id
                          AND c.id = application.cohort_id
                          AND c.center_id = ANY (string_to_array(current_setting('app.centers', true), ',')::uuid[]))));
