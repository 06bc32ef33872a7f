-- Applications are decided cohort by cohort, each in order of arrival.
DROP INDEX application_intake_pending;
CREATE INDEX application_intake_line ON application_intake (tenant_id, cohort_id, arrival) WHERE status = 'PENDING';
