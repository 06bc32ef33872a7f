-- Which of these CURPs somebody in the tenant has: whoever she is, whoever asks, by the same work. A look under the row
-- policies would tell by what it misses that she is protected, of another centre or of another portal.
CREATE FUNCTION curps_held(tokens bytea[]) RETURNS SETOF bytea
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
    SELECT p.curp_token
      FROM public.participant p
     WHERE p.tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
       AND p.curp_token = ANY (tokens);
END;

REVOKE EXECUTE ON FUNCTION curps_held(bytea[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION curps_held(bytea[]) TO ${runtime};
