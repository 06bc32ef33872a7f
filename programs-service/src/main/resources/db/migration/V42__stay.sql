-- When a woman belonged to which cohort: what was held then was held for her. until_on is the first day she did not.
CREATE TABLE stay (
    tenant_id     uuid        NOT NULL,
    id            uuid        NOT NULL,
    version       bigint      NOT NULL,
    created_at    timestamptz NOT NULL,
    enrollment_id uuid        NOT NULL,
    cohort_id     uuid        NOT NULL,
    from_on       date        NOT NULL,
    until_on      date,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, enrollment_id) REFERENCES enrollment (tenant_id, id),
    FOREIGN KEY (tenant_id, cohort_id) REFERENCES cohort (tenant_id, id),
    CHECK (until_on >= from_on),
    -- She belongs to one cohort at a time; checked in the end, because a transfer writes the new stay first.
    EXCLUDE (tenant_id WITH =, enrollment_id WITH =) WHERE (until_on IS NULL) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX stay_enrollment ON stay (tenant_id, enrollment_id);

ALTER TABLE stay ENABLE ROW LEVEL SECURITY;
ALTER TABLE stay FORCE ROW LEVEL SECURITY;

CREATE POLICY stay_tenant ON stay TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND EXISTS (SELECT FROM enrollment e WHERE e.tenant_id = stay.tenant_id AND e.id = stay.enrollment_id));

GRANT SELECT, INSERT, UPDATE ON stay TO ${runtime};

-- The present cohort, since she joined it; a deferral, or the day after her last one, ends it.
INSERT INTO stay (tenant_id, id, version, created_at, enrollment_id, cohort_id, from_on, until_on)
SELECT tenant_id, gen_random_uuid(), 0, now(), id, cohort_id, joined_on,
       CASE WHEN status = 'DEFERRED' THEN status_on ELSE ended_on + 1 END
  FROM enrollment
 WHERE joined_on IS NOT NULL;

-- Cohorts she had left before are known by what was recorded of her there: from its first day to its last.
INSERT INTO stay (tenant_id, id, version, created_at, enrollment_id, cohort_id, from_on, until_on)
SELECT e.tenant_id, gen_random_uuid(), 0, now(), e.id, s.cohort_id, min(a.held_on), max(a.held_on) + 1
  FROM enrollment e
  JOIN attendance a ON a.tenant_id = e.tenant_id AND a.enrollment_id = e.id AND a.held_on < e.joined_on
  JOIN session s ON s.tenant_id = a.tenant_id AND s.id = a.session_id
 GROUP BY e.tenant_id, e.id, s.cohort_id;
