-- What she agreed to is taken away with the rest: that she was asked about a minor's participation tells her age.
CREATE OR REPLACE FUNCTION suppress_participant(person uuid, today date) RETURNS boolean
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
           dependants = NULL, migration = NULL, barriers = '{}', history = '{}', consents = '{}',
           reference_count = 0
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

UPDATE participant SET consents = '{}' WHERE suppressed_on IS NOT NULL;
