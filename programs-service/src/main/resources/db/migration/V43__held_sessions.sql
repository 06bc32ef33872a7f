-- Day and hours of what cohorts have held, whichever centre's: a percentage of attendance must be the same for whoever
-- reads it, also where she came from another centre, whose sessions the row policy hides. Nothing else of them is told.
CREATE FUNCTION held_sessions(cohorts uuid[], day date)
    RETURNS TABLE (tenant_id uuid, id uuid, cohort_id uuid, held_on date, hours numeric)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    ROWS 50
AS $$
    SELECT s.tenant_id, s.id, s.cohort_id, s.held_on, s.hours
      FROM session s
     WHERE s.tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
       AND s.cohort_id = ANY (cohorts) AND s.held_on <= day AND s.roll_call_at IS NOT NULL
$$;

REVOKE ALL ON FUNCTION held_sessions(uuid[], date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION held_sessions(uuid[], date) TO ${runtime};
