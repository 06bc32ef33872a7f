-- After a cancellation of her data a woman is blocked: nobody is shown her row, whatever code asks for it, until it is
-- suppressed. Only what carries out her rights, and what tells other services again how she stands, sets app.blocked for
-- its own transaction. Suppressed rows are shown to nothing at all.
ALTER TABLE participant
    ADD COLUMN blocked_on date,
    ADD COLUMN suppressed_on date CHECK (suppressed_on IS NULL OR blocked_on IS NOT NULL),
    ALTER COLUMN birth_year DROP NOT NULL,
    ALTER COLUMN birth_month DROP NOT NULL,
    ALTER COLUMN gender DROP NOT NULL,
    ALTER COLUMN state DROP NOT NULL,
    ADD CHECK (suppressed_on IS NOT NULL
        OR birth_year IS NOT NULL AND birth_month IS NOT NULL AND gender IS NOT NULL AND state IS NOT NULL);

ALTER POLICY participant_seen ON participant
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND suppressed_on IS NULL
        AND (blocked_on IS NULL OR current_setting('app.blocked', true) = 'shown')
        AND (unlimited() OR in_compartment(id)));

-- Takes everything away that says who a blocked woman was or how she can be found; her key is destroyed beside it. What
-- she did stays under her id, for the figures. It runs with its owner's rights, so that nobody else needs a right to
-- delete, and for the current tenant only.
CREATE FUNCTION suppress_participant(person uuid, today date) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    mine CONSTANT uuid := NULLIF(current_setting('app.tenant', true), '')::uuid;
BEGIN
    UPDATE public.participant
       SET suppressed_on = today, version = version + 1, identity = '', curp_token = NULL, alias = NULL,
           protected = false, birth_year = NULL, birth_month = NULL, gender = NULL, civil_status = NULL, state = NULL,
           municipality = NULL, indigenous = 'NOT_ASKED', afro_mexican = 'NOT_ASKED', seeing = NULL, hearing = NULL,
           walking = NULL, remembering = NULL, self_care = NULL, communicating = NULL, languages = '{}',
           schooling = NULL, student = NULL, income_activity = NULL, mother = NULL, head_of_household = NULL,
           dependants = NULL, migration = NULL, barriers = '{}', history = '{}', reference_count = 0
     WHERE tenant_id = mine AND id = person AND blocked_on IS NOT NULL AND suppressed_on IS NULL;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    DELETE FROM public.search_token WHERE tenant_id = mine AND participant_id = person;
    DELETE FROM public.duplicate_check WHERE tenant_id = mine AND participant_id = person;
    DELETE FROM public.duplicate_token WHERE tenant_id = mine AND participant_id = person;
    DELETE FROM public.duplicate WHERE tenant_id = mine AND (one_id = person OR other_id = person);
    DELETE FROM public.external_reference WHERE tenant_id = mine AND participant_id = person;
    UPDATE public.application SET external_id = NULL WHERE tenant_id = mine AND participant_id = person;
    RETURN true;
END $$;

REVOKE EXECUTE ON FUNCTION suppress_participant(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION suppress_participant(uuid, date) TO ${runtime};
