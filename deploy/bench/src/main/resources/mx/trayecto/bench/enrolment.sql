-- One enrolment, statement by statement as programs-service sends it, with what pgbench puts in each place.
-- A benchmark compares the statements with those of a real request and refuses to measure where they differ.
-- Ids are in the order of time, as the service's are; keys are spread, as the service's are.

\set turn :turn + 1
\set n :first + :turn * :clients + :client_id
\set cohort random(1, :cohorts)

SELECT set_config('app.tenant', $1, true), set_config('app.centers', $2, true), set_config('app.source_system', $3, true)
-- $1 = :tenant
-- $2 = ''
-- $3 = ''

SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0))
-- $1 = :tenant || 'suite POST /v1/enrollments' || md5((:n::bigint)::text)

SELECT fingerprint, status, location, resource_id, version, positions FROM idempotency WHERE tenant_id = $1 AND client = $2 AND method = $3 AND path = $4 AND key = $5
-- $1 = :tenant
-- $2 = 'suite'
-- $3 = 'POST'
-- $4 = '/v1/enrollments'
-- $5 = md5((:n::bigint)::text)

SELECT cohort_id, taken, last_position FROM cohort_seats WHERE cohort_id = $1 FOR NO KEY UPDATE
-- $1 = ('0192a000-0000-7000-9000-' || lpad(to_hex(:cohort::bigint), 12, '0'))::uuid

SELECT c.id, c.version, c.program_id, c.pathway_id, c.center_id, c.agreement_id, c.status, c.starts_on, c.ends_on, c.capacity, c.offer_days, z.time_zone FROM cohort c JOIN center z ON z.tenant_id = c.tenant_id AND z.id = c.center_id WHERE c.id = $1
-- $1 = ('0192a000-0000-7000-9000-' || lpad(to_hex(:cohort::bigint), 12, '0'))::uuid

WITH RECURSIVE hers (id) AS ( SELECT $1::uuid UNION SELECT k.id FROM known_participant k JOIN hers ON k.merged_into = hers.id WHERE NOT k.protected) SELECT k.id, k.merged_into IS NOT NULL AND NOT k.protected, k.suppressed, EXISTS (SELECT FROM enrollment e WHERE e.program_id = (SELECT c.program_id FROM cohort c WHERE c.id = $2) AND e.status IN ('APPLIED', 'WAITLISTED', 'OFFERED', 'ENROLLED', 'ACTIVE', 'DEFERRED') AND e.participant_id = ANY (ARRAY(SELECT id FROM hers))), r.id, r.rule_version, r.conditions, s.attributes, k.protected FROM known_participant k LEFT JOIN LATERAL (SELECT e.id, e.rule_version, e.conditions FROM eligibility_rule e WHERE e.program_id = (SELECT c.program_id FROM cohort c WHERE c.id = $3) ORDER BY e.rule_version DESC LIMIT 1) r ON true LEFT JOIN LATERAL (WITH RECURSIVE line (merged_into, attributes) AS (SELECT k.merged_into, k.attributes UNION SELECT n.merged_into, n.attributes FROM known_participant n JOIN line ON n.id = line.merged_into) SELECT attributes FROM line WHERE merged_into IS NULL) s ON true WHERE k.id = $4
-- $1 = ('0192a000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid
-- $2 = ('0192a000-0000-7000-9000-' || lpad(to_hex(:cohort::bigint), 12, '0'))::uuid
-- $3 = ('0192a000-0000-7000-9000-' || lpad(to_hex(:cohort::bigint), 12, '0'))::uuid
-- $4 = ('0192a000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid

UPDATE cohort_seats SET taken = $1, last_position = $2 WHERE cohort_id = $3
-- $1 = :turn
-- $2 = 0
-- $3 = ('0192a000-0000-7000-9000-' || lpad(to_hex(:cohort::bigint), 12, '0'))::uuid

INSERT INTO enrollment (tenant_id, id, version, created_at, participant_id, record_hidden, program_id, cohort_id, center_id, agreement_id, application_id, source_system, status, status_on, applied_on, waitlist_position, offer_expires_on, enrolled_on, joined_on, ended_on, reason, rule_version) SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::timestamptz[], $5::uuid[], $6::boolean[], $7::uuid[], $8::uuid[], $9::uuid[], $10::uuid[], $11::uuid[], $12::text[], $13::text[], $14::date[], $15::date[], $16::int[], $17::date[], $18::date[], $19::date[], $20::date[], $21::text[], $22::int[])
-- $1 = ARRAY[:tenant]
-- $2 = ARRAY[('0192b000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid]
-- $3 = ARRAY[0]
-- $4 = ARRAY[now()]
-- $5 = ARRAY[('0192a000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid]
-- $6 = ARRAY[false]
-- $7 = ARRAY[:program]
-- $8 = ARRAY[('0192a000-0000-7000-9000-' || lpad(to_hex(:cohort::bigint), 12, '0'))::uuid]
-- $9 = ARRAY[:center]
-- $10 = ARRAY[NULL]
-- $11 = ARRAY[NULL]
-- $12 = ARRAY[NULL]
-- $13 = ARRAY['ENROLLED']
-- $14 = ARRAY['2024-06-10']
-- $15 = ARRAY['2024-06-10']
-- $16 = ARRAY[NULL]
-- $17 = ARRAY[NULL]
-- $18 = ARRAY['2024-06-10']
-- $19 = ARRAY['2024-06-10']
-- $20 = ARRAY[NULL]
-- $21 = ARRAY[NULL]
-- $22 = ARRAY[NULL]

INSERT INTO stay (tenant_id, id, version, created_at, enrollment_id, cohort_id, from_on) SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::timestamptz[], $5::uuid[], $6::uuid[], $7::date[])
-- $1 = ARRAY[:tenant]
-- $2 = ARRAY[('0192f100-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid]
-- $3 = ARRAY[0]
-- $4 = ARRAY[now()]
-- $5 = ARRAY[('0192b000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid]
-- $6 = ARRAY[('0192a000-0000-7000-9000-' || lpad(to_hex(:cohort::bigint), 12, '0'))::uuid]
-- $7 = ARRAY['2024-06-10']

WITH incoming AS ( SELECT * FROM unnest($1::text[], $2::uuid[], $3::uuid[], $4::text[], $5::text[]) WITH ORDINALITY AS e (topic, aggregate_id, event_id, type, data, n) ), counts AS ( SELECT aggregate_id, min(topic) AS home, count(*) AS added FROM incoming GROUP BY aggregate_id ), raised AS ( INSERT INTO event_counter AS c (tenant_id, aggregate_id, topic, epoch, last_sequence) SELECT $6, aggregate_id, home, p.epoch, added FROM counts CROSS JOIN producer_epoch p ORDER BY aggregate_id ON CONFLICT (tenant_id, aggregate_id) DO UPDATE SET last_sequence = c.last_sequence + EXCLUDED.last_sequence, topic = EXCLUDED.topic, previous_epoch = c.epoch, epoch = EXCLUDED.epoch RETURNING aggregate_id, last_sequence, epoch, previous_epoch ), numbered AS ( SELECT *, row_number() OVER (PARTITION BY aggregate_id ORDER BY n) AS nth FROM incoming JOIN counts USING (aggregate_id) JOIN raised USING (aggregate_id) ) INSERT INTO outbox (tenant_id, topic, aggregate_id, epoch, previous_epoch, sequence, event_id, type, traceparent, data) SELECT $7, i.topic, i.aggregate_id, i.epoch, CASE WHEN i.nth = 1 THEN nullif(i.previous_epoch, i.epoch) END, i.last_sequence - i.added + i.nth, i.event_id, i.type, $8, i.data FROM numbered i ORDER BY i.n RETURNING topic, aggregate_id, epoch, sequence
-- $1 = ARRAY['trayecto.enrollments.v1', 'trayecto.enrollments.v1']
-- $2 = array_fill(('0192b000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid, ARRAY[2])
-- $3 = ARRAY['0192c000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'), '0192d000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0')]
-- $4 = ARRAY['mx.trayecto.enrollment.applied.v1', 'mx.trayecto.enrollment.enrolled.v1']
-- $5 = array_fill('{"enrollment":"01a1fe05-37f0-782f-94ac-6f252f80a26b","participant":"0192a000-0000-7000-8000-000000000003","cohort":"0192a000-0000-7000-9000-000000000001","on":"2024-06-10","program":"01a1fe04-ff39-7c4f-b7fe-8e8af83e90dd","center":"01a1fe04-fecb-7851-99c8-8edb78ffb0d2"}'::text, ARRAY[2])
-- $6 = :tenant::uuid
-- $7 = :tenant::uuid
-- $8 = '00-' || md5((:n::bigint)::text) || '-40d75fdc3bb059e3-01'

INSERT INTO idempotency (tenant_id, client, method, path, key, fingerprint, status, location, resource_id, version, positions) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, (SELECT string_agg(c.topic || '/' || c.aggregate_id || '/' || c.epoch || '.' || c.last_sequence, ',' ORDER BY t.n) FROM unnest($11::uuid[]) WITH ORDINALITY AS t (id, n) JOIN event_counter c ON c.tenant_id = $12 AND c.aggregate_id = t.id))
-- $1 = :tenant
-- $2 = 'suite'
-- $3 = 'POST'
-- $4 = '/v1/enrollments'
-- $5 = md5((:n::bigint)::text)
-- $6 = decode(md5((:n::bigint)::text), 'hex')
-- $7 = 201
-- $8 = '/v1/enrollments/0192b000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0')
-- $9 = ('0192b000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid
-- $10 = 0
-- $11 = ARRAY[('0192b000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid]
-- $12 = :tenant

INSERT INTO audit_entry (tenant_id, at, subject, client, organization, action, resource_id, trace_id, details, mark) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10)
-- $1 = :tenant
-- $2 = now()
-- $3 = 'coordinator.' || :tenant
-- $4 = 'suite'
-- $5 = :tenant
-- $6 = 'enrollParticipant'
-- $7 = ('0192b000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid
-- $8 = md5((:n::bigint)::text)
-- $9 = NULL
-- $10 = decode('0001' || md5((:n::bigint)::text), 'hex')
