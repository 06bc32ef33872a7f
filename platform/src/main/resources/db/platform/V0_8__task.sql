-- Long work that outlives its request and its process. A worker holds a task for as long as its lease lasts and moves
-- the progress in the transaction of the rows themselves, so that whoever takes over goes on exactly there.
CREATE TABLE task (
  tenant_id     uuid NOT NULL,
  id            uuid NOT NULL,
  version       bigint NOT NULL DEFAULT 0,
  created_at    timestamptz NOT NULL DEFAULT now(),
  kind          text NOT NULL,
  format        text NOT NULL,
  encoding      text NOT NULL,
  options       jsonb NOT NULL,
  dry_run       boolean NOT NULL,
  state         text NOT NULL DEFAULT 'QUEUED' CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
  -- in whose name it is done, and how far she may go
  subject       text NOT NULL,
  client        text NOT NULL,
  organization  uuid NOT NULL,
  centers       uuid[] NOT NULL,
  source_system text,
  scopes        text[] NOT NULL,
  traceparent   text,
  rows_total    integer NOT NULL,
  rows_done     integer NOT NULL DEFAULT 0,
  created       integer NOT NULL DEFAULT 0,
  updated       integer NOT NULL DEFAULT 0,
  unchanged     integer NOT NULL DEFAULT 0,
  rejected      integer NOT NULL DEFAULT 0,
  problem       jsonb,
  holder        uuid,
  leased_until  timestamptz,
  attempts      integer NOT NULL DEFAULT 0,
  turn_at       timestamptz NOT NULL DEFAULT now(),
  started_at    timestamptz,
  finished_at   timestamptz,
  PRIMARY KEY (tenant_id, id),
  CHECK (rows_done = created + updated + unchanged + rejected),
  CHECK (rows_done <= rows_total)
);
CREATE INDEX task_waiting ON task (turn_at) WHERE state IN ('QUEUED', 'RUNNING');
CREATE INDEX task_finished ON task (finished_at) WHERE finished_at IS NOT NULL;

ALTER TABLE task ENABLE ROW LEVEL SECURITY;
ALTER TABLE task FORCE ROW LEVEL SECURITY;

-- Seen within the compartment that it was begun in: a portal sees its own, staff of centres what their centres began.
CREATE POLICY tenant ON task TO ${runtime}
  USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
     AND (NULLIF(current_setting('app.centers', true), '') IS NULL
          OR centers <> '{}' AND centers <@ string_to_array(current_setting('app.centers', true), ',')::uuid[])
     AND (NULLIF(current_setting('app.source_system', true), '') IS NULL
          OR source_system = current_setting('app.source_system', true)));
CREATE POLICY lease ON task TO ${worker} USING (true);
GRANT SELECT, INSERT, UPDATE ON task TO ${runtime};
GRANT SELECT, UPDATE (version, state, holder, leased_until, attempts, turn_at, started_at), DELETE ON task TO ${worker};
