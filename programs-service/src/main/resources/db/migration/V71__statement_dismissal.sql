-- A statement that waits may be given up: by whom, when and why is kept, beside why it had waited. Its version is told to
-- whoever does it.
ALTER TABLE xapi_statement
    ADD COLUMN version      bigint NOT NULL DEFAULT 0,
    ADD COLUMN dismissal    text,
    ADD COLUMN dismissed_by text,
    ADD COLUMN dismissed_at timestamptz,
    DROP CONSTRAINT xapi_statement_status_check,
    DROP CONSTRAINT xapi_statement_check,
    ADD CONSTRAINT xapi_statement_status CHECK (status IN ('APPLIED', 'IGNORED', 'PARKED', 'DISMISSED')),
    ADD CONSTRAINT xapi_statement_reason CHECK ((reason IS NOT NULL) = (status IN ('PARKED', 'DISMISSED'))),
    ADD CONSTRAINT xapi_statement_dismissal CHECK (
        CASE status
            WHEN 'DISMISSED' THEN num_nulls(dismissal, dismissed_by, dismissed_at) = 0
            ELSE num_nonnulls(dismissal, dismissed_by, dismissed_at) = 0
        END);
