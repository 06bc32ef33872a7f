-- By its mark the service knows again what it wrote: a keyed hash of the entry, whose key is in no database in the clear.
-- Older entries have none.
ALTER TABLE audit_entry ADD COLUMN mark bytea CHECK (octet_length(mark) = 18);
