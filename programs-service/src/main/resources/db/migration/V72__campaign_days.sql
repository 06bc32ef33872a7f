-- First and last day of what was held as part of a campaign, at whichever centre: its own days must leave none of it out,
-- also where whoever changes them does not see it. Nothing else of it is told.
CREATE FUNCTION campaign_days(parts_of uuid)
    RETURNS TABLE (first_on date, last_on date)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    ROWS 1
AS $$
    SELECT min(a.starts_on), max(a.ends_on)
      FROM activity a
     WHERE a.tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid AND a.campaign_id = parts_of
    HAVING count(*) > 0
$$;

REVOKE ALL ON FUNCTION campaign_days(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION campaign_days(uuid) TO ${runtime};
