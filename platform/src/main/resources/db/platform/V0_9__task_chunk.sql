-- What was uploaded for a task, sealed under a key of the task's own. It is there before the task is, and is taken away
-- with the task's end; the key is destroyed then.
CREATE TABLE task_chunk (
  tenant_id  uuid NOT NULL,
  task_id    uuid NOT NULL,
  number     integer NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  sealed     bytea NOT NULL,
  PRIMARY KEY (tenant_id, task_id, number)
);
ALTER TABLE task_chunk ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE INDEX task_chunk_age ON task_chunk (created_at) WHERE number = 0;

ALTER TABLE task_chunk ENABLE ROW LEVEL SECURITY;
ALTER TABLE task_chunk FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON task_chunk TO ${runtime}
  USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY abandoned ON task_chunk TO ${worker} USING (true);
GRANT SELECT, INSERT, DELETE ON task_chunk TO ${runtime};
GRANT SELECT (tenant_id, task_id, number, created_at), DELETE ON task_chunk TO ${worker};
