-- A catalogue as it is read: what is gone or renamed can be told only once all of it is there.
CREATE TABLE geography_staged (
    tenant_id  uuid NOT NULL,
    task_id    uuid NOT NULL,
    code       text NOT NULL,
    name       text NOT NULL,
    plain      text NOT NULL,
    region     text NOT NULL DEFAULT '',
    region_now text,
    PRIMARY KEY (tenant_id, task_id, code, region),
    FOREIGN KEY (tenant_id, task_id) REFERENCES task (tenant_id, id) ON DELETE CASCADE
);

ALTER TABLE geography_staged ENABLE ROW LEVEL SECURITY;
ALTER TABLE geography_staged FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON geography_staged TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);

GRANT SELECT, INSERT, DELETE ON geography_staged TO ${runtime};
