-- What an enrolment did is taken back by its id alone.
CREATE INDEX served_at_enrollment ON served_at (tenant_id, enrollment_id);
