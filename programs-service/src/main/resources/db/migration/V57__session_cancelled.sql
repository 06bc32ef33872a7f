-- A session that will not be held. Nobody's attendance is counted by it.
ALTER TABLE session
    ADD COLUMN cancelled_on  date,
    ADD COLUMN cancel_reason text,
    ADD CHECK ((cancelled_on IS NULL) = (cancel_reason IS NULL)),
    ADD CHECK (cancelled_on IS NULL OR roll_call_at IS NULL);
