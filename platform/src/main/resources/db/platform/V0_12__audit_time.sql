-- A tenant's entries in their order in time: to read them, and to check them.
CREATE INDEX audit_entry_time ON audit_entry (tenant_id, at, id);
