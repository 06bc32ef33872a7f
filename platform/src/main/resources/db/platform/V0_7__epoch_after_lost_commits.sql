-- The relay notices that the database lacks what its topics hold, and lets events go on in a later epoch: those not
-- published yet too.
GRANT UPDATE (epoch) ON producer_epoch TO ${worker};
GRANT UPDATE (epoch, previous_epoch) ON outbox TO ${worker};
GRANT UPDATE (epoch) ON event_counter TO ${worker};
CREATE POLICY raise ON event_counter FOR UPDATE TO ${worker} USING (true);
