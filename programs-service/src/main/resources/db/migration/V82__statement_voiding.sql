-- A statement may take another one of its platform back: which one (voids), by which one (voided_by), and what there is to be
-- taken back (completion_id). What was taken back is no more to be placed; one that had been given up stays so.
ALTER TABLE xapi_statement
    ADD COLUMN voids         uuid,
    ADD COLUMN voided_by     uuid,
    ADD COLUMN completion_id uuid,
    ADD FOREIGN KEY (tenant_id, completion_id) REFERENCES completion (tenant_id, id),
    DROP CONSTRAINT xapi_statement_status,
    ADD CONSTRAINT xapi_statement_status CHECK (status IN ('APPLIED', 'IGNORED', 'PARKED', 'DISMISSED', 'VOIDED')),
    ADD CONSTRAINT xapi_statement_voided CHECK (status <> 'VOIDED' OR voided_by IS NOT NULL);

CREATE INDEX xapi_statement_voids ON xapi_statement (tenant_id, voids) WHERE voids IS NOT NULL;
CREATE INDEX xapi_statement_enrollment ON xapi_statement (tenant_id, enrollment_id) WHERE status = 'APPLIED';

-- A completion and the statement that it was placed by were written in one transaction, and have its time.
UPDATE xapi_statement s SET completion_id = c.id
  FROM completion c
 WHERE s.status = 'APPLIED'
   AND c.tenant_id = s.tenant_id AND c.enrollment_id = s.enrollment_id AND c.created_at = s.tried_at AND c.source = 'xapi';
