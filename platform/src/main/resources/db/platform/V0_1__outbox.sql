-- Events leave through here: written in the business transaction, published by the relay in id order.
CREATE TABLE producer_epoch (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  epoch    integer NOT NULL DEFAULT 1 CHECK (epoch > 0)
);
INSERT INTO producer_epoch DEFAULT VALUES;

-- Each aggregate's own event sequence: raised only together with an outbox row, so it has no gaps.
CREATE TABLE event_counter (
  tenant_id     uuid NOT NULL,
  aggregate_id  uuid NOT NULL,
  last_sequence bigint NOT NULL,
  PRIMARY KEY (tenant_id, aggregate_id)
);

CREATE TABLE outbox (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id    uuid NOT NULL,
  topic        text NOT NULL,
  aggregate_id uuid NOT NULL,
  epoch        integer NOT NULL,
  sequence     bigint NOT NULL,
  event_id     uuid NOT NULL,
  type         text NOT NULL,
  occurred_at  timestamptz NOT NULL DEFAULT now(),
  traceparent  text,
  data         text,
  published_at timestamptz,
  UNIQUE (tenant_id, aggregate_id, epoch, sequence)
);
CREATE INDEX outbox_unpublished ON outbox (id) WHERE published_at IS NULL;

ALTER TABLE event_counter ENABLE ROW LEVEL SECURITY;
ALTER TABLE event_counter FORCE ROW LEVEL SECURITY;
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE outbox FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON event_counter TO ${runtime}
  USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY tenant ON outbox TO ${runtime}
  USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY relay ON outbox TO ${worker} USING (true);
GRANT SELECT ON producer_epoch TO ${runtime}, ${worker};
GRANT SELECT, INSERT, UPDATE ON event_counter TO ${runtime};
GRANT SELECT, INSERT ON outbox TO ${runtime};
GRANT SELECT, UPDATE (published_at), DELETE ON outbox TO ${worker};
