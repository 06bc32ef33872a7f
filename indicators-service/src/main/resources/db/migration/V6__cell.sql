-- The declared tables: one row per name, scope, dimension value and period that has at least one fact.
CREATE TABLE cell (
  tenant_id   uuid NOT NULL,
  counted     text COLLATE "C" NOT NULL,
  program     uuid NOT NULL,
  agreement   uuid NOT NULL,
  dimension   text COLLATE "C" NOT NULL,
  grain       text COLLATE "C" NOT NULL,
  starts_on   date NOT NULL,
  value       text COLLATE "C" NOT NULL,
  facts       bigint NOT NULL,
  enrollments bigint NOT NULL,
  members     bigint NOT NULL,
  quantity    numeric(18, 2) NOT NULL,
  at_least    bigint NOT NULL,
  about       bigint NOT NULL,
  at_most     bigint NOT NULL,
  PRIMARY KEY (tenant_id, counted, program, agreement, dimension, grain, starts_on, value)
) WITH (fillfactor = 70);
ALTER TABLE cell ENABLE ROW LEVEL SECURITY;
ALTER TABLE cell FORCE ROW LEVEL SECURITY;
-- A role limited to centres sees the cells of its centres and no total, which would tell of the others.
CREATE POLICY tenant ON cell TO ${runtime}
  USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
    AND (NULLIF(current_setting('app.centers', true), '') IS NULL
      OR dimension = 'center' AND value = ANY (string_to_array(current_setting('app.centers', true), ','))));
CREATE POLICY projection ON cell TO ${worker} USING (true);
GRANT SELECT ON cell TO ${runtime};
GRANT SELECT, INSERT, UPDATE, DELETE ON cell TO ${worker};
