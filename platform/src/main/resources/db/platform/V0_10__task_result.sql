-- What became of each row of a task: codes and opaque ids only.
CREATE TABLE task_result (
  tenant_id   uuid NOT NULL,
  task_id     uuid NOT NULL,
  line        integer NOT NULL,
  outcome     text NOT NULL,
  external_id text,
  resource_id uuid,
  problem     jsonb,
  PRIMARY KEY (tenant_id, task_id, line),
  FOREIGN KEY (tenant_id, task_id) REFERENCES task (tenant_id, id) ON DELETE CASCADE
);
ALTER TABLE task_result ENABLE ROW LEVEL SECURITY;
ALTER TABLE task_result FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON task_result TO ${runtime}
  USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
     AND EXISTS (SELECT FROM task t WHERE t.tenant_id = task_result.tenant_id AND t.id = task_result.task_id));
GRANT SELECT, INSERT ON task_result TO ${runtime};
