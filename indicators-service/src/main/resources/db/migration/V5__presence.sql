-- Reference counts: how many live facts put a member (a person after merges, a centre, a staff record) into a slot.
CREATE TABLE presence (
  tenant_id  uuid NOT NULL,
  member     uuid NOT NULL,
  counted    text COLLATE "C" NOT NULL,
  slot       uuid NOT NULL,
  enrollment uuid NOT NULL,
  refs       bigint NOT NULL CHECK (refs > 0),
  PRIMARY KEY (tenant_id, member, counted, slot, enrollment)
);
ALTER TABLE presence ENABLE ROW LEVEL SECURITY;
ALTER TABLE presence FORCE ROW LEVEL SECURITY;
CREATE POLICY projection ON presence TO ${worker} USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON presence TO ${worker};
