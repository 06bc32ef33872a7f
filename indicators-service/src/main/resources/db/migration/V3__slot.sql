-- Combinations of the dimensions that declared tables know. The id follows from the content; a nil uuid is "none".
CREATE TABLE slot (
  tenant_id    uuid NOT NULL,
  id           uuid NOT NULL,
  program      uuid NOT NULL,
  agreement    uuid NOT NULL,
  center       uuid NOT NULL,
  cohort       uuid NOT NULL,
  month        date NOT NULL,
  sex          text COLLATE "C" NOT NULL,
  age_group    text COLLATE "C" NOT NULL,
  state        text COLLATE "C" NOT NULL,
  municipality text COLLATE "C" NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX slot_program ON slot (tenant_id, program);
CREATE INDEX slot_agreement ON slot (tenant_id, agreement);
CREATE INDEX slot_center ON slot (tenant_id, center);
CREATE INDEX slot_cohort ON slot (tenant_id, cohort);
ALTER TABLE slot ENABLE ROW LEVEL SECURITY;
ALTER TABLE slot FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON slot TO ${runtime}
  USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
    AND (NULLIF(current_setting('app.centers', true), '') IS NULL
      OR center = ANY (string_to_array(current_setting('app.centers', true), ',')::uuid[])));
CREATE POLICY projection ON slot TO ${worker} USING (true);
GRANT SELECT ON slot TO ${runtime};
GRANT SELECT, INSERT ON slot TO ${worker};
