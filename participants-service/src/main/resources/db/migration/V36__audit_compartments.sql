-- Who may read the audit but is limited to centres or to a portal reads of those women alone whom the role sees: an
-- entry is shown where it tells of one at least, and of nobody else. A thing's woman is looked up here with the owner's
-- rights, for the current tenant only, since the tables asked are under policies of their own.
CREATE FUNCTION audited_people(thing uuid, details jsonb) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    WITH mine AS (SELECT NULLIF(current_setting('app.tenant', true), '')::uuid AS id)
    SELECT p.id FROM mine JOIN public.participant p ON p.tenant_id = mine.id AND p.id = thing
    UNION
    SELECT c.participant_id FROM mine JOIN public.consent c ON c.tenant_id = mine.id AND c.id = thing
    UNION
    SELECT a.participant_id FROM mine JOIN public.application a ON a.tenant_id = mine.id AND a.id = thing
    UNION
    SELECT i.participant_id FROM mine JOIN public.identity_access i ON i.tenant_id = mine.id AND i.id = thing
    UNION
    SELECT r.participant_id FROM mine JOIN public.arco_request r ON r.tenant_id = mine.id AND r.id = thing
    UNION
    SELECT unnest(ARRAY[m.survivor_id, m.merged_id])
      FROM mine JOIN public.participant_merge m ON m.tenant_id = mine.id AND m.id = thing
    UNION
    SELECT unnest(ARRAY[d.one_id, d.other_id])
      FROM mine JOIN public.duplicate d ON d.tenant_id = mine.id AND d.id = thing
    UNION
    SELECT listed::uuid
      FROM jsonb_array_elements_text(CASE WHEN jsonb_typeof(details -> 'participants') = 'array'
                                          THEN details -> 'participants' ELSE '[]' END) AS listed
     WHERE listed ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
$$;

REVOKE EXECUTE ON FUNCTION audited_people(uuid, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audited_people(uuid, jsonb) TO ${runtime};

CREATE POLICY compartment ON audit_entry AS RESTRICTIVE FOR SELECT TO ${runtime}
    USING (unlimited()
        OR (EXISTS (SELECT FROM audited_people(resource_id, details))
            AND NOT EXISTS (SELECT FROM audited_people(resource_id, details) AS person
                             WHERE NOT in_compartment(person))));
