-- A status list has 131,072 places. A tenant whose list is full goes on with the next one, whose number stands in the
-- address that its credentials name.
ALTER TABLE credential ADD COLUMN status_list integer NOT NULL DEFAULT 1 CHECK (status_list > 0);
ALTER TABLE credential ALTER COLUMN status_list DROP DEFAULT;

ALTER TABLE credential DROP CONSTRAINT credential_status_index;
ALTER TABLE credential ADD CONSTRAINT credential_status_index UNIQUE (tenant_id, status_list, status_index);

-- Anybody reads a list, however many credentials there are: only those that were revoked are looked at.
CREATE INDEX credential_revoked ON credential (tenant_id, status_list, status_index) WHERE revoked_at IS NOT NULL;

-- Which places of a tenant's newest list are taken, whichever centre's graduates have them. Nothing else of them is told.
DROP FUNCTION taken_status_indexes();

CREATE FUNCTION newest_status_list() RETURNS TABLE (list integer, place integer)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT c.status_list, c.status_index FROM public.credential c
     WHERE c.tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
       AND c.status_list = (SELECT max(n.status_list) FROM public.credential n
                             WHERE n.tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid)
$$;

REVOKE ALL ON FUNCTION newest_status_list() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION newest_status_list() TO ${runtime};
