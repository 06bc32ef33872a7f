-- Whose account is no id of an enrolment is told apart from whose enrolment is not known yet: of the first nothing was kept
-- that it could ever be placed by.
UPDATE xapi_statement SET reason = 'FOREIGN_ACCOUNT'
 WHERE status = 'PARKED' AND reason = 'UNKNOWN_ACTOR' AND enrollment_id IS NULL;
