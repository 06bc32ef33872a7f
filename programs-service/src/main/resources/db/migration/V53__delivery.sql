-- What a woman got besides training, from the day it was asked for to the day she had it. An amount that is not known is
-- none, and no zero.
CREATE TABLE delivery (
    tenant_id      uuid           NOT NULL,
    id             uuid           NOT NULL,
    version        bigint         NOT NULL,
    created_at     timestamptz    NOT NULL,
    enrollment_id  uuid           NOT NULL,
    participant_id uuid           NOT NULL,
    program_id     uuid           NOT NULL,
    cohort_id      uuid           NOT NULL,
    center_id      uuid           NOT NULL,
    agreement_id   uuid,
    kind           text           NOT NULL,
    institution_id uuid,
    amount         numeric(17, 2) CHECK (amount > 0),
    currency       text,
    state          text           NOT NULL CHECK (state IN ('REQUESTED', 'APPROVED', 'DELIVERED', 'REJECTED')),
    state_on       date           NOT NULL,
    approved_on    date,
    reason         text           CHECK ((reason IS NOT NULL) = (state = 'REJECTED')),
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, enrollment_id) REFERENCES enrollment (tenant_id, id),
    FOREIGN KEY (tenant_id, institution_id) REFERENCES organization (tenant_id, id),
    CHECK ((amount IS NULL) = (currency IS NULL))
);

CREATE INDEX delivery_enrollment ON delivery (tenant_id, enrollment_id, id);
CREATE INDEX delivery_participant ON delivery (tenant_id, participant_id, id);

ALTER TABLE delivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE delivery FORCE ROW LEVEL SECURITY;

CREATE POLICY delivery_tenant ON delivery TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid
        AND EXISTS (SELECT FROM enrollment e WHERE e.tenant_id = delivery.tenant_id AND e.id = delivery.enrollment_id));

GRANT SELECT, INSERT, UPDATE ON delivery TO ${runtime};
