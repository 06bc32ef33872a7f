-- What a person counts as in an attribute on a day, for figures that no declared table holds: the value valid then. Sensitive
-- attributes are in her last snapshot with her consent alone, so what she withdrew is not stated from the moment her
-- snapshot without it is applied. Nobody who reads figures may read the snapshots themselves: this runs with its owner's
-- rights, for the current tenant, and tells one code.
CREATE FUNCTION stated_on(who uuid, attribute text, happened_on date) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
RETURN coalesce((SELECT public.valid_on(p.attributes, attribute, happened_on)
                   FROM public.person p
                  WHERE p.tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
                    AND p.participant = who),
                'notStated');

REVOKE EXECUTE ON FUNCTION stated_on(uuid, text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stated_on(uuid, text, date) TO ${runtime};
