-- Both are asked for each row that a policy guards, and their plans stay with the session: one that was made while a
-- table was a single page went through all of it for every row, two milliseconds each after some thousand, until its
-- statistics were renewed.
ALTER FUNCTION in_compartment SET enable_seqscan = off;
ALTER FUNCTION records_of SET enable_seqscan = off;
