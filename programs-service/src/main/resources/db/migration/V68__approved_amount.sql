-- What was approved, where something else was handed over. Where it was approved before this was kept, it is taken to be
-- what the delivery is worth now.
ALTER TABLE delivery
    ADD COLUMN approved_amount   numeric(17, 2),
    ADD COLUMN approved_currency text;

UPDATE delivery SET approved_amount = amount, approved_currency = currency WHERE approved_on IS NOT NULL;
