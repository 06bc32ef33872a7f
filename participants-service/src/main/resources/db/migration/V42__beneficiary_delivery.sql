-- Who was given what, as programs-service tells it: what a register of beneficiaries is made of. No name stands here. No
-- foreign key: a delivery may be told of before the woman's row is back from a restore, and must not be lost for it.
-- Staff of a centre see what was handed over there alone: that a woman who is served here was given something by a
-- confidential centre too is not theirs to know. A portal sees none.
CREATE TABLE beneficiary_delivery (
    tenant_id      uuid           NOT NULL,
    id             uuid           NOT NULL,
    participant_id uuid           NOT NULL,
    program_id     uuid           NOT NULL,
    center_id      uuid,
    kind           text           NOT NULL,
    amount         numeric(17, 2),
    currency       text,
    delivered_on   date           NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CHECK ((amount IS NULL) = (currency IS NULL))
);

CREATE INDEX beneficiary_delivery_program ON beneficiary_delivery (tenant_id, program_id, id);
CREATE INDEX beneficiary_delivery_participant ON beneficiary_delivery (tenant_id, participant_id);

ALTER TABLE beneficiary_delivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE beneficiary_delivery FORCE ROW LEVEL SECURITY;

CREATE POLICY beneficiary_delivery_seen ON beneficiary_delivery FOR SELECT TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND (unlimited() OR in_compartment(participant_id))
        AND (NULLIF(current_setting('app.centers', true), '') IS NULL
            OR center_id = ANY (string_to_array(current_setting('app.centers', true), ',')::uuid[]))
        AND NULLIF(current_setting('app.source_system', true), '') IS NULL);
CREATE POLICY beneficiary_delivery_inbox ON beneficiary_delivery TO ${worker} USING (true) WITH CHECK (true);

GRANT SELECT ON beneficiary_delivery TO ${runtime};
GRANT SELECT, INSERT, UPDATE, DELETE ON beneficiary_delivery TO ${worker};
