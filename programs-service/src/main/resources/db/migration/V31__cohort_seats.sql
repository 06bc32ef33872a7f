-- Seats of a cohort are counted apart from the cohort, so that enrolling does not change the cohort's version.
-- Whoever takes, frees or queues for a seat locks this row first: it is what keeps capacity under any concurrency.
CREATE TABLE cohort_seats (
    tenant_id     uuid    NOT NULL,
    cohort_id     uuid    NOT NULL,
    taken         integer NOT NULL DEFAULT 0 CHECK (taken >= 0),
    last_position integer NOT NULL DEFAULT 0 CHECK (last_position >= 0),
    PRIMARY KEY (tenant_id, cohort_id),
    FOREIGN KEY (tenant_id, cohort_id) REFERENCES cohort (tenant_id, id)
);

ALTER TABLE cohort_seats ENABLE ROW LEVEL SECURITY;
ALTER TABLE cohort_seats FORCE ROW LEVEL SECURITY;

CREATE POLICY cohort_seats_tenant ON cohort_seats TO ${runtime}
    USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE ON cohort_seats TO ${runtime};
