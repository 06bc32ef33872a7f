-- Who sees one record of a woman sees all of them: she is served wherever one of them is. Not so where she is protected:
-- there each record stays in its own compartment, since seeing more would tell that they are of one woman.
CREATE FUNCTION records_of(person uuid) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    WITH stands AS (
        SELECT coalesce(p.merged_into, p.id) AS id
          FROM public.participant p
         WHERE p.tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
           AND p.id = person
           AND NOT p.protected)
    SELECT s.id FROM stands s
    UNION ALL
    SELECT m.id
      FROM stands s
      JOIN public.participant m ON m.merged_into = s.id
     WHERE m.tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
$$;

REVOKE EXECUTE ON FUNCTION records_of(uuid) FROM PUBLIC;

CREATE OR REPLACE FUNCTION in_compartment(person uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
RETURN (NULLIF(current_setting('app.centers', true), '') IS NULL
        OR EXISTS (SELECT
                     FROM public.served_at s
                    WHERE s.tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
                      AND s.participant_id = person
                      AND s.center_id = ANY (string_to_array(current_setting('app.centers', true), ',')::uuid[]))
        OR EXISTS (SELECT
                     FROM public.records_of(person) r
                     JOIN public.served_at s ON s.participant_id = r
                    WHERE s.tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
                      AND s.center_id = ANY (string_to_array(current_setting('app.centers', true), ',')::uuid[])))
   AND (NULLIF(current_setting('app.source_system', true), '') IS NULL
        OR EXISTS (SELECT
                     FROM public.external_reference r
                    WHERE r.tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
                      AND r.participant_id = person
                      AND r.place = 0
                      AND r.source_system = current_setting('app.source_system', true))
        OR EXISTS (SELECT
                     FROM public.records_of(person) h
                     JOIN public.external_reference r ON r.participant_id = h
                    WHERE r.tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
                      AND r.place = 0
                      AND r.source_system = current_setting('app.source_system', true)));
