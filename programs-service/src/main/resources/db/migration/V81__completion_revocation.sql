-- A completion that was recorded wrongly is revoked: why, by whom and when is kept with it. The module may then be completed
-- anew: once among the completions that hold.
ALTER TABLE completion
    ADD COLUMN status     text NOT NULL DEFAULT 'RECORDED' CHECK (status IN ('RECORDED', 'REVOKED')),
    ADD COLUMN reason     text,
    ADD COLUMN revoked_by text,
    ADD COLUMN revoked_at timestamptz,
    DROP CONSTRAINT completion_tenant_id_enrollment_id_module_code_key,
    ADD CONSTRAINT completion_revocation CHECK (
        CASE status
            WHEN 'REVOKED' THEN num_nulls(reason, revoked_by, revoked_at) = 0
            ELSE num_nonnulls(reason, revoked_by, revoked_at) = 0
        END);

CREATE UNIQUE INDEX completion_once ON completion (tenant_id, enrollment_id, module_code) WHERE status = 'RECORDED';
