-- The trace that an application came with: what is decided on it goes on in the same one.
ALTER TABLE application_intake ADD COLUMN traceparent text;
