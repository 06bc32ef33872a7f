-- How the table calls a delivery that it was imported from: within the enrolment, so that no table of another centre, whose
-- deliveries are not seen, stands in the way.
ALTER TABLE delivery ADD COLUMN external_id text;

CREATE UNIQUE INDEX delivery_external_id ON delivery (tenant_id, enrollment_id, external_id) WHERE external_id IS NOT NULL;
