-- What has been consumed: offsets and sequences move in the transaction that applies the events.
CREATE TABLE inbox_offset (
  topic       text NOT NULL,
  partition   integer NOT NULL,
  topic_id    text NOT NULL,
  next_offset bigint NOT NULL,
  PRIMARY KEY (topic, partition)
);
CREATE TABLE inbox_sequence (
  topic        text NOT NULL,
  aggregate_id uuid NOT NULL,
  tenant_id    uuid NOT NULL,
  epoch        integer NOT NULL,
  sequence     bigint NOT NULL,
  event_id     uuid NOT NULL,
  PRIMARY KEY (topic, aggregate_id)
);
CREATE TABLE dead_letter (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  topic         text NOT NULL,
  partition     integer NOT NULL,
  record_offset bigint NOT NULL,
  aggregate_id  uuid,
  tenant_id     uuid,
  headers       jsonb NOT NULL,
  payload       bytea,
  reason        text NOT NULL,
  arrived_at    timestamptz NOT NULL DEFAULT now(),
  UNIQUE (topic, partition, record_offset)
);
CREATE TABLE inbox_parked (
  topic        text NOT NULL,
  aggregate_id uuid NOT NULL,
  tenant_id    uuid,
  reason       text NOT NULL,
  since        timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (topic, aggregate_id)
);
GRANT SELECT ON inbox_offset, inbox_sequence, inbox_parked TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON inbox_offset, inbox_sequence TO ${worker};
GRANT SELECT, INSERT, DELETE ON dead_letter, inbox_parked TO ${worker};
