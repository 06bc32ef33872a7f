-- What learning platforms told of one woman, whatever became of it; by this index is found, too, what recorded a completion.
DROP INDEX xapi_statement_enrollment;
CREATE INDEX xapi_statement_enrollment ON xapi_statement (tenant_id, enrollment_id, id) WHERE enrollment_id IS NOT NULL;
