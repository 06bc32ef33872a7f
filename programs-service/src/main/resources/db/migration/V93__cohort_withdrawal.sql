-- By which withdrawal of a whole cohort an enrolment ended, so that a request that is repeated is answered by what it did.
ALTER TABLE enrollment ADD COLUMN ended_together uuid;
