-- After a restore an aggregate's events go on in a later epoch. The first of them names the epoch of the event before
-- it, so that the topic alone tells which events hold: those on the way back from the newest. The counter keeps where an
-- aggregate stands and in which topic, so that this can be compared with what consumers hold.
ALTER TABLE event_counter
  ADD COLUMN topic text,
  ADD COLUMN epoch integer NOT NULL DEFAULT 1,
  ADD COLUMN previous_epoch integer;
ALTER TABLE outbox ADD COLUMN previous_epoch integer;

-- An aggregate whose events have all left the outbox by now learns its topic with its next event.
UPDATE event_counter c SET topic = o.topic
  FROM (SELECT DISTINCT tenant_id, aggregate_id, topic FROM outbox) o
 WHERE o.tenant_id = c.tenant_id AND o.aggregate_id = c.aggregate_id;

CREATE POLICY reconcile ON event_counter FOR SELECT TO ${worker} USING (true);
GRANT SELECT ON event_counter TO ${worker};
