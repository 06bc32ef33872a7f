-- By which enrolment a centre serves a woman; the zeros stand for her registration there. So what events did can be taken
-- back, when their service was restored to a state before them, without touching what others did.
ALTER TABLE served_at
    ADD COLUMN enrollment_id uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    DROP CONSTRAINT served_at_pkey,
    ADD PRIMARY KEY (tenant_id, participant_id, center_id, enrollment_id);
GRANT DELETE ON served_at TO ${worker};
