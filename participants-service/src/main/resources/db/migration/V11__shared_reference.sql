-- A reference names one person to each who asks. Those who may not see a protected record must not learn that it has a
-- reference: to them it is free, and who is given it then stands behind her, in the next place.
ALTER TABLE external_reference
    ADD COLUMN place smallint NOT NULL DEFAULT 0 CHECK (place >= 0),
    DROP CONSTRAINT external_reference_pkey,
    ADD PRIMARY KEY (tenant_id, source_system, external_id, place),
    ADD UNIQUE (tenant_id, source_system, external_id, participant_id);

-- What others believe of a portal's reference opens nobody's record to the portal: only who stands first is its own.
CREATE OR REPLACE FUNCTION in_compartment(person uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
RETURN (NULLIF(current_setting('app.centers', true), '') IS NULL
        OR EXISTS (SELECT
                     FROM public.served_at s
                    WHERE s.tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
                      AND s.participant_id = person
                      AND s.center_id = ANY (string_to_array(current_setting('app.centers', true), ',')::uuid[])))
   AND (NULLIF(current_setting('app.source_system', true), '') IS NULL
        OR EXISTS (SELECT
                     FROM public.external_reference r
                    WHERE r.tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
                      AND r.participant_id = person
                      AND r.place = 0
                      AND r.source_system = current_setting('app.source_system', true)));

ALTER POLICY external_reference_seen ON external_reference
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (NULLIF(current_setting('app.source_system', true), '') IS NULL
            OR source_system = current_setting('app.source_system', true) AND place = 0)
        AND (unlimited() OR in_compartment(participant_id)));
