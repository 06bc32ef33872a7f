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

select cs1_0.cohort_id,cs1_0.last_position,cs1_0.taken,cs1_0.tenant_id from cohort_seats cs1_0 where cs1_0.cohort_id=$1 for no key update of cs1_0
-- $1 = ('0192a000-0000-7000-9000-' || lpad(to_hex(:cohort::bigint), 12, '0'))::uuid

select c1_0.id,c1_0.version,c1_0.program_id,c1_0.pathway_id,c1_0.center_id,c1_0.agreement_id,c1_0.status,c1_0.starts_on,c1_0.ends_on,c1_0.capacity,c1_0.offer_days,c2_0.time_zone from Cohort c1_0 join Center c2_0 on c2_0.id=c1_0.center_id where c1_0.id=$1
-- $1 = ('0192a000-0000-7000-9000-' || lpad(to_hex(:cohort::bigint), 12, '0'))::uuid

select kp1_0.id,kp1_0.merged_into,kp1_0.suppressed,kp1_0.tenant_id from known_participant kp1_0 where kp1_0.id=$1
-- $1 = ('0192a000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid

WITH RECURSIVE hers (id) AS ( SELECT $1::uuid UNION SELECT k.id FROM known_participant k JOIN hers ON k.merged_into = hers.id) SELECT e.id FROM enrollment e WHERE e.program_id = $2 AND e.status IN ('APPLIED', 'WAITLISTED', 'OFFERED', 'ENROLLED', 'ACTIVE', 'DEFERRED') AND e.participant_id = ANY (ARRAY(SELECT id FROM hers)) LIMIT 1
-- $1 = ('0192a000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid
-- $2 = :program

insert into enrollment (activated_on,agreement_id,application_id,applied_on,center_id,cohort_id,created_at,criteria_version,deferred_until,ended_on,enrolled_on,graduated_on,joined_on,offer_expires_on,participant_id,program_id,reason,source_system,status,status_on,tenant_id,version,waitlist_position,id) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,$22,$23,$24)
-- $1 = NULL
-- $2 = NULL
-- $3 = NULL
-- $4 = '2024-06-10'
-- $5 = :center
-- $6 = ('0192a000-0000-7000-9000-' || lpad(to_hex(:cohort::bigint), 12, '0'))::uuid
-- $7 = now()
-- $8 = NULL
-- $9 = NULL
-- $10 = NULL
-- $11 = '2024-06-10'
-- $12 = NULL
-- $13 = '2024-06-10'
-- $14 = NULL
-- $15 = ('0192a000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid
-- $16 = :program
-- $17 = NULL
-- $18 = NULL
-- $19 = 'ENROLLED'
-- $20 = '2024-06-10'
-- $21 = :tenant
-- $22 = 0
-- $23 = NULL
-- $24 = ('0192b000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid

insert into stay (cohort_id,created_at,enrollment_id,from_on,tenant_id,until_on,version,id) values ($1,$2,$3,$4,$5,$6,$7,$8)
-- $1 = ('0192a000-0000-7000-9000-' || lpad(to_hex(:cohort::bigint), 12, '0'))::uuid
-- $2 = now()
-- $3 = ('0192b000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid
-- $4 = '2024-06-10'
-- $5 = :tenant
-- $6 = NULL
-- $7 = 0
-- $8 = ('0192f100-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid

update cohort_seats set last_position=$1,taken=$2 where cohort_id=$3
-- $1 = 0
-- $2 = :turn
-- $3 = ('0192a000-0000-7000-9000-' || lpad(to_hex(:cohort::bigint), 12, '0'))::uuid

WITH incoming AS ( SELECT * FROM unnest($1::text[], $2::uuid[], $3::uuid[], $4::text[], $5::text[]) WITH ORDINALITY AS e (topic, aggregate_id, event_id, type, data, n) ), counts AS ( SELECT aggregate_id, min(topic) AS home, count(*) AS added FROM incoming GROUP BY aggregate_id ), raised AS ( INSERT INTO event_counter AS c (tenant_id, aggregate_id, topic, epoch, last_sequence) SELECT $6, aggregate_id, home, p.epoch, added FROM counts CROSS JOIN producer_epoch p ORDER BY aggregate_id ON CONFLICT (tenant_id, aggregate_id) DO UPDATE SET last_sequence = c.last_sequence + EXCLUDED.last_sequence, topic = EXCLUDED.topic, previous_epoch = c.epoch, epoch = EXCLUDED.epoch RETURNING aggregate_id, last_sequence, epoch, previous_epoch ), numbered AS ( SELECT *, row_number() OVER (PARTITION BY aggregate_id ORDER BY n) AS nth FROM incoming JOIN counts USING (aggregate_id) JOIN raised USING (aggregate_id) ) INSERT INTO outbox (tenant_id, topic, aggregate_id, epoch, previous_epoch, sequence, event_id, type, traceparent, data) SELECT $7, i.topic, i.aggregate_id, i.epoch, CASE WHEN i.nth = 1 THEN nullif(i.previous_epoch, i.epoch) END, i.last_sequence - i.added + i.nth, i.event_id, i.type, $8, i.data FROM numbered i ORDER BY i.n RETURNING topic, aggregate_id, epoch, sequence
-- $1 = ARRAY['trayecto.enrollments.v1', 'trayecto.enrollments.v1']
-- $2 = array_fill(('0192b000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid, ARRAY[2])
-- $3 = ARRAY['0192c000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'), '0192d000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0')]
-- $4 = ARRAY['mx.trayecto.enrollment.applied.v1', 'mx.trayecto.enrollment.enrolled.v1']
-- $5 = array_fill('{"enrollment":"01a1fe05-37f0-782f-94ac-6f252f80a26b","participant":"0192a000-0000-7000-8000-000000000003","cohort":"0192a000-0000-7000-9000-000000000001","on":"2024-06-10","program":"01a1fe04-ff39-7c4f-b7fe-8e8af83e90dd","center":"01a1fe04-fecb-7851-99c8-8edb78ffb0d2"}'::text, ARRAY[2])
-- $6 = :tenant::uuid
-- $7 = :tenant::uuid
-- $8 = '00-' || md5((:n::bigint)::text) || '-40d75fdc3bb059e3-01'

INSERT INTO idempotency (tenant_id, client, method, path, key, fingerprint, status, location, resource_id, version, positions) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
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
-- $11 = 'trayecto.enrollments.v1/0192b000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0') || '/1.2'

INSERT INTO audit_entry (tenant_id, subject, client, organization, action, resource_id, trace_id, details) VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb)
-- $1 = :tenant
-- $2 = 'coordinator.' || :tenant
-- $3 = 'suite'
-- $4 = :tenant
-- $5 = 'enrollParticipant'
-- $6 = ('0192b000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid
-- $7 = md5((:n::bigint)::text)
-- $8 = NULL
