-- Who sees whom within a tenant: a role limited to centres sees the women served there, a portal those of its own
-- source system. One rule for every table that names a person. It runs with its owner's rights, because the tables it
-- looks into are under policies that ask it in turn; it answers for the current tenant only.
CREATE FUNCTION in_compartment(person uuid) RETURNS boolean
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
                      AND r.source_system = current_setting('app.source_system', true)));

REVOKE EXECUTE ON FUNCTION in_compartment(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION in_compartment(uuid) TO ${runtime};

-- True without a look at any row for roles that are limited to neither: the common case stays cheap.
CREATE FUNCTION unlimited() RETURNS boolean
    LANGUAGE sql STABLE
RETURN NULLIF(current_setting('app.centers', true), '') IS NULL
   AND NULLIF(current_setting('app.source_system', true), '') IS NULL;

CREATE POLICY participant_seen ON participant FOR SELECT TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid AND (unlimited() OR in_compartment(id)));
CREATE POLICY participant_registered ON participant FOR INSERT TO ${runtime}
    WITH CHECK (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY participant_changed ON participant FOR UPDATE TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid AND (unlimited() OR in_compartment(id)))
    WITH CHECK (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);

CREATE POLICY external_reference_seen ON external_reference FOR SELECT TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (NULLIF(current_setting('app.source_system', true), '') IS NULL
            OR source_system = current_setting('app.source_system', true))
        AND (unlimited() OR in_compartment(participant_id)));
CREATE POLICY external_reference_added ON external_reference FOR INSERT TO ${runtime}
    WITH CHECK (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (NULLIF(current_setting('app.source_system', true), '') IS NULL
            OR source_system = current_setting('app.source_system', true)));

CREATE POLICY served_at_seen ON served_at FOR SELECT TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (NULLIF(current_setting('app.centers', true), '') IS NULL
            OR center_id = ANY (string_to_array(current_setting('app.centers', true), ',')::uuid[]))
        AND (unlimited() OR in_compartment(participant_id)));
CREATE POLICY served_at_added ON served_at FOR INSERT TO ${runtime}
    WITH CHECK (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (NULLIF(current_setting('app.centers', true), '') IS NULL
            OR center_id = ANY (string_to_array(current_setting('app.centers', true), ',')::uuid[])));
