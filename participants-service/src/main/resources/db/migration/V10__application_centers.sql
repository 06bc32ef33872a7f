-- Staff limited to centres see the applications to cohorts of their own centres only: a woman served here may also have
-- applied to a confidential centre, which hides who attends it. A cohort that is not known yet is shown to none of them.
DROP POLICY application_seen ON application;
CREATE POLICY application_seen ON application FOR SELECT TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (NULLIF(current_setting('app.source_system', true), '') IS NULL
            OR source_system = current_setting('app.source_system', true))
        AND (NULLIF(current_setting('app.centers', true), '') IS NULL
            OR (EXISTS (SELECT
                          FROM served_at s
                         WHERE s.tenant_id = application.tenant_id
                           AND s.participant_id = application.participant_id)
                AND EXISTS (SELECT
                              FROM known_cohort c
                             WHERE c.tenant_id = application.tenant_id
                               AND c.id = application.cohort_id
                               AND c.center_id
                                   = ANY (string_to_array(current_setting('app.centers', true), ',')::uuid[])))));
