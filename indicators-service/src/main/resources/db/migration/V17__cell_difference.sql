-- What a batch of events adds to the cells, and takes from them: a row for each name and dimension, in which the n-th
-- elements of all lists are of one cell. A batch touches some two hundred cells and successive ones mostly the same, so
-- that it is cheaper to keep what several batches add, and to change each cell once for all of them. Whoever reads a
-- figure has to look into the lists of its name and dimension alone.
CREATE TABLE cell_difference (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id   uuid NOT NULL,
  counted     text COLLATE "C" NOT NULL,
  dimension   text COLLATE "C" NOT NULL,
  program     uuid[] NOT NULL,
  agreement   uuid[] NOT NULL,
  value       text[] NOT NULL,
  grain       text[] NOT NULL,
  starts_on   date[] NOT NULL,
  facts       bigint[] NOT NULL,
  enrollments bigint[] NOT NULL,
  members     bigint[] NOT NULL,
  quantity    numeric[] NOT NULL,
  at_least    bigint[] NOT NULL,
  about       bigint[] NOT NULL,
  at_most     bigint[] NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_cost_delay = 0);
ALTER TABLE cell_difference ENABLE ROW LEVEL SECURITY;
ALTER TABLE cell_difference FORCE ROW LEVEL SECURITY;
-- Lists tell of all centres, so a role limited to some sees none of them; such a role's figures are counted from facts.
CREATE POLICY tenant ON cell_difference TO ${runtime}
  USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
    AND NULLIF(current_setting('app.centers', true), '') IS NULL);
CREATE POLICY projection ON cell_difference TO ${worker} USING (true);
GRANT SELECT ON cell_difference TO ${runtime};
GRANT SELECT, INSERT, UPDATE, DELETE ON cell_difference TO ${worker};

-- The differences cell by cell.
CREATE VIEW cell_change WITH (security_invoker = true) AS
  SELECT d.id, d.tenant_id, d.counted, d.dimension, c.*
    FROM cell_difference d, unnest(d.program, d.agreement, d.value, d.grain, d.starts_on,
           d.facts, d.enrollments, d.members, d.quantity, d.at_least, d.about, d.at_most)
         AS c (program, agreement, value, grain, starts_on,
           facts, enrollments, members, quantity, at_least, about, at_most);

-- The cells as they stand, whatever is folded in already: one that has no facts left is none.
CREATE VIEW cell_now WITH (security_invoker = true) AS
  SELECT tenant_id, counted, program, agreement, dimension, grain, starts_on, value,
         sum(facts)::bigint AS facts, sum(enrollments)::bigint AS enrollments, sum(members)::bigint AS members,
         sum(quantity)::numeric(18, 2) AS quantity,
         sum(at_least)::bigint AS at_least, sum(about)::bigint AS about, sum(at_most)::bigint AS at_most
    FROM (SELECT tenant_id, counted, program, agreement, dimension, grain, starts_on, value,
                 facts, enrollments, members, quantity, at_least, about, at_most
            FROM cell
           UNION ALL
          SELECT tenant_id, counted, program, agreement, dimension, grain COLLATE "C", starts_on,
                 value COLLATE "C", facts, enrollments, members, quantity, at_least, about, at_most
            FROM cell_change) AS every
   GROUP BY tenant_id, counted, program, agreement, dimension, grain, starts_on, value
  HAVING sum(facts) <> 0;
GRANT SELECT ON cell_change, cell_now TO ${runtime}, ${worker};
