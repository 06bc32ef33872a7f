-- An agreement that renews another or takes its place, under the same budget key or not.
ALTER TABLE agreement
    ADD COLUMN succeeds_id uuid,
    ADD FOREIGN KEY (tenant_id, succeeds_id) REFERENCES agreement (tenant_id, id);
