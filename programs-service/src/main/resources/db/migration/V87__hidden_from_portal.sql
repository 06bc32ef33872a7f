-- A portal that does not see a woman's record sees no enrolment of hers either: day and cohort would tie it to what the
-- portal has just sent, and to answer an offer it would have to know of her. Staff answer for her.
ALTER POLICY enrollment_tenant ON enrollment
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (NULLIF(current_setting('app.centers', true), '') IS NULL
            OR center_id = ANY (string_to_array(current_setting('app.centers', true), ',')::uuid[]))
        AND (NULLIF(current_setting('app.source_system', true), '') IS NULL
            OR (source_system = current_setting('app.source_system', true) AND NOT record_hidden)));
