-- An exception serves one graduation: where that is revoked, it has lapsed.
ALTER TABLE graduation_exception
    DROP CONSTRAINT graduation_exception_status_check,
    ADD CONSTRAINT graduation_exception_status_check
        CHECK (status IN ('REQUESTED', 'ACCEPTED', 'REFUSED', 'LAPSED'));
