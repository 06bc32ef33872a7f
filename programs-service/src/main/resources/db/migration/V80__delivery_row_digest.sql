-- A digest of what a table's row said of a delivery: a file sent again is known again after the delivery took further steps.
ALTER TABLE delivery ADD COLUMN row_digest bytea;
