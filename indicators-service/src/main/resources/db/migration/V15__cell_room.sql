-- A handful of cells is raised by nearly every batch. With room left on their pages the new versions stay there, no
-- index is touched, and the old versions are pruned in passing instead of being read by every later batch.
ALTER TABLE cell SET (
  fillfactor = 40, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
  autovacuum_vacuum_cost_delay = 0);
