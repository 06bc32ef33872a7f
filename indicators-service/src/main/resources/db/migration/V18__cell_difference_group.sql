-- Differences are looked up, and folded, by what they are counted under. Every truncation of the emptied end of the table
-- would keep off those who add to it, again and again.
CREATE INDEX ON cell_difference (tenant_id, counted, dimension);
ALTER TABLE cell_difference SET (vacuum_truncate = off);
