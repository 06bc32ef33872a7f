-- Days on which a tenant does not work besides those of the law, such as its winter recess. Rows are added, never changed:
-- what a due date was counted by stays to be seen.
CREATE TABLE non_working_days (
    tenant_id  uuid        NOT NULL,
    id         uuid        NOT NULL,
    version    bigint      NOT NULL,
    created_at timestamptz NOT NULL,
    first_day  date        NOT NULL,
    last_day   date        NOT NULL CHECK (last_day >= first_day AND last_day < first_day + 93),
    reason_es  text        NOT NULL,
    reason_en  text,
    PRIMARY KEY (tenant_id, id)
);

ALTER TABLE non_working_days ENABLE ROW LEVEL SECURITY;
ALTER TABLE non_working_days FORCE ROW LEVEL SECURITY;

CREATE POLICY non_working_days_seen ON non_working_days FOR SELECT TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY non_working_days_declared ON non_working_days FOR INSERT TO ${runtime}
    WITH CHECK (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid AND unlimited());

GRANT SELECT, INSERT ON non_working_days TO ${runtime};
