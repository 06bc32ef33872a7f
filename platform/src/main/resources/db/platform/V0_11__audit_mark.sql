-- By its mark the service knows again what it wrote: a keyed hash of the entry, whose key is in no database in the clear.
-- Older entries have none; they are not looked through while writers wait.
ALTER TABLE audit_entry ADD COLUMN mark bytea;
ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_mark CHECK (octet_length(mark) = 18) NOT VALID;
