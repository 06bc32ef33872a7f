-- An application whose end was taken back is live again, also where she has applied again meanwhile: both stand as they
-- are decided, and only the later one keeps her from applying a third time.
ALTER TABLE application ADD COLUMN outlived boolean NOT NULL DEFAULT false;

DROP INDEX application_live;
CREATE UNIQUE INDEX application_live ON application (tenant_id, participant_id, cohort_id)
    WHERE status NOT IN ('REJECTED', 'WITHDRAWN', 'DECLINED', 'OFFER_EXPIRED') AND NOT outlived;
