-- One row per thing that counts, keyed by where it comes from; retracted ones stay with live = false.
CREATE TABLE fact (
  tenant_id    uuid NOT NULL,
  subject      uuid NOT NULL,
  kind         text COLLATE "C" NOT NULL,
  item         uuid NOT NULL,
  variant      text COLLATE "C" NOT NULL,
  form         text COLLATE "C" NOT NULL,
  participant  uuid,
  enrollment   uuid,
  program      uuid,
  cohort       uuid,
  center       uuid,
  agreement    uuid,
  organization uuid,
  happened_on  date NOT NULL,
  quantity     numeric(14, 2),
  qualifier    text COLLATE "C" NOT NULL CHECK (qualifier IN ('exact', 'at-least', 'about', 'at-most')),
  sex          text COLLATE "C",
  state        text COLLATE "C",
  municipality text COLLATE "C",
  attributes   jsonb,
  live         boolean NOT NULL,
  member       uuid NOT NULL,
  slot         uuid NOT NULL,
  PRIMARY KEY (tenant_id, subject, kind, item),
  FOREIGN KEY (tenant_id, slot) REFERENCES slot
);
CREATE INDEX fact_participant ON fact (tenant_id, participant) WHERE participant IS NOT NULL;
CREATE INDEX fact_slot ON fact (tenant_id, slot, kind);
ALTER TABLE fact ENABLE ROW LEVEL SECURITY;
ALTER TABLE fact FORCE ROW LEVEL SECURITY;
-- A role limited to centres reads the facts placed there; the slot's own policy decides which those are.
CREATE POLICY tenant ON fact TO ${runtime}
  USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
    AND (NULLIF(current_setting('app.centers', true), '') IS NULL
      OR EXISTS (SELECT FROM slot s WHERE s.tenant_id = fact.tenant_id AND s.id = fact.slot)));
CREATE POLICY projection ON fact TO ${worker} USING (true);
GRANT SELECT ON fact TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON fact TO ${worker};
