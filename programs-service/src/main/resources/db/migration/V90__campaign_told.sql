-- Activities were part of a campaign before their events told so: each such activity is told once more, as it is now, so that
-- measures of a campaign count it. Whoever reports or corrects one waits, and is told after it.
LOCK TABLE activity IN SHARE MODE;

WITH raised AS (
    INSERT INTO event_counter AS c (tenant_id, aggregate_id, topic, epoch, last_sequence)
    SELECT a.tenant_id, a.id, 'trayecto.activities.v1', p.epoch, 1
      FROM activity a
     CROSS JOIN producer_epoch p
     WHERE a.campaign_id IS NOT NULL
     ORDER BY a.tenant_id, a.id
        ON CONFLICT (tenant_id, aggregate_id)
        DO UPDATE SET last_sequence = c.last_sequence + 1, topic = EXCLUDED.topic,
             previous_epoch = c.epoch, epoch = EXCLUDED.epoch
    RETURNING tenant_id, aggregate_id, topic, epoch, previous_epoch, last_sequence
)
INSERT INTO outbox (tenant_id, topic, aggregate_id, epoch, previous_epoch, sequence, event_id, type, data)
SELECT a.tenant_id, r.topic, a.id, r.epoch, nullif(r.previous_epoch, r.epoch), r.last_sequence, gen_random_uuid(),
       'mx.trayecto.activity.corrected.v1',
       jsonb_strip_nulls(jsonb_build_object(
           'activity', a.id,
           'kind', lower(a.kind),
           'audience', lower(a.audience),
           'organization', a.organization_id,
           'agreement', a.agreement_id,
           'center', a.center_id,
           'campaign', a.campaign_id,
           'startsOn', a.starts_on,
           'endsOn', a.ends_on,
           'hours', a.hours,
           'headcounts', a.headcounts))::text
  FROM raised r
  JOIN activity a ON a.tenant_id = r.tenant_id AND a.id = r.aggregate_id
 ORDER BY a.tenant_id, a.id;
