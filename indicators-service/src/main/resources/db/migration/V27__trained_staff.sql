-- Trainings and certifications of staff count by who was trained, however often. All else of the recount is as it was.
CREATE OR REPLACE VIEW recount WITH (security_invoker = true) AS
WITH placed AS (
  SELECT f.tenant_id, f.kind, f.variant, f.form, f.enrollment, f.quantity, f.qualifier, f.happened_on,
    CASE WHEN c.id IS NULL THEN f.program ELSE c.program END AS program,
    CASE WHEN c.id IS NULL THEN f.agreement ELSE c.agreement END AS agreement,
    coalesce(f.center, c.center) AS center,
    f.cohort,
    CASE WHEN f.kind = 'supported' THEN f.organization WHEN f.kind = 'staff-trained' THEN f.item
      WHEN f.participant IS NULL THEN f.subject ELSE followed(f.tenant_id, f.participant) END AS member,
    f.participant, f.sex AS own_sex, f.state AS own_state, f.municipality AS own_municipality
  FROM fact f
  LEFT JOIN catalogue c ON c.tenant_id = f.tenant_id AND c.kind = 'cohort' AND c.id = f.cohort
  WHERE f.live
), known AS (
  SELECT p.*,
    CASE WHEN p.participant IS NULL THEN p.own_sex
      ELSE nullif(valid_on(h.attributes, 'gender', p.happened_on), 'undisclosed') END AS sex,
    CASE WHEN p.participant IS NULL THEN 'notStated'
      ELSE age_group(h.birth_year, h.birth_month, p.happened_on) END AS age_group,
    CASE WHEN p.participant IS NULL THEN p.own_municipality
      ELSE valid_on(h.attributes, 'municipality', p.happened_on) END AS municipality,
    CASE WHEN p.participant IS NULL THEN p.own_state
      ELSE valid_on(h.attributes, 'state', p.happened_on) END AS state
  FROM placed p
  LEFT JOIN person h ON h.tenant_id = p.tenant_id AND h.participant = p.member
), named AS (
  SELECT k.*, n.counted
  FROM known k
  CROSS JOIN LATERAL (
    SELECT k.kind AS counted
    UNION ALL SELECT 'trained' WHERE k.kind IN ('attended', 'completed')
    UNION ALL SELECT k.kind || ':' || k.variant WHERE k.variant <> ''
    UNION ALL SELECT k.kind || '/' || k.form WHERE k.form <> ''
    UNION ALL SELECT k.kind || ':' || k.variant || '/' || k.form WHERE k.variant <> '' AND k.form <> '') AS n
)
SELECT n.tenant_id, n.counted,
  coalesce(pr.program, '00000000-0000-0000-0000-000000000000') AS program,
  coalesce(ag.agreement, '00000000-0000-0000-0000-000000000000') AS agreement,
  d.dimension, g.grain, g.starts_on, d.value,
  count(*) AS facts,
  count(DISTINCT n.enrollment) AS enrollments,
  count(DISTINCT n.member) AS members,
  coalesce(sum(n.quantity), 0) AS quantity,
  count(*) FILTER (WHERE n.qualifier = 'at-least') AS at_least,
  count(*) FILTER (WHERE n.qualifier = 'about') AS about,
  count(*) FILTER (WHERE n.qualifier = 'at-most') AS at_most
FROM named n
CROSS JOIN LATERAL (SELECT NULL::uuid AS program UNION ALL SELECT n.program WHERE n.program IS NOT NULL) AS pr
CROSS JOIN LATERAL (SELECT NULL::uuid AS agreement UNION ALL SELECT n.agreement WHERE n.agreement IS NOT NULL) AS ag
CROSS JOIN LATERAL (VALUES
  ('total', ''),
  ('center', coalesce(n.center::text, 'notStated')),
  ('cohort', coalesce(n.cohort::text, 'notStated')),
  ('sex', coalesce(n.sex, 'notStated')),
  ('ageGroup', n.age_group),
  ('state', coalesce(left(n.municipality, 2), n.state, 'notStated')),
  ('municipality', coalesce(n.municipality, 'notStated'))) AS d (dimension, value)
CROSS JOIN LATERAL (VALUES
  ('month', date_trunc('month', n.happened_on)::date),
  ('quarter', date_trunc('quarter', n.happened_on)::date),
  ('half', make_date(extract(year FROM n.happened_on)::int,
    CASE WHEN extract(month FROM n.happened_on) < 7 THEN 1 ELSE 7 END, 1)),
  ('year', date_trunc('year', n.happened_on)::date),
  ('all', date '0001-01-01')) AS g (grain, starts_on)
GROUP BY n.tenant_id, n.counted, pr.program, ag.agreement, d.dimension, d.value, g.grain, g.starts_on;
