-- A programme that takes the place of another, under the same budget key or not: PROABIM took that of PFTPG under S010.
ALTER TABLE program
    ADD COLUMN budget_key text,
    ADD COLUMN succeeds_id uuid,
    ADD FOREIGN KEY (tenant_id, succeeds_id) REFERENCES program (tenant_id, id);
