-- What each enrolment told of the application that it came of; told_by is the application itself where there is no
-- enrolment. An application decided a second time, as after a restore of programs-service, has two, read in any order:
-- that of the later epoch counts, and the other one again where that is taken back. No foreign key: a decision may be
-- told before the application is back from a restore of this service.
CREATE TABLE application_decision (
    tenant_id      uuid    NOT NULL,
    told_by        uuid    NOT NULL,
    application_id uuid    NOT NULL,
    epoch          integer NOT NULL,
    status         text    NOT NULL,
    enrollment_id  uuid,
    reason         text,
    PRIMARY KEY (tenant_id, told_by)
);

CREATE INDEX application_decision_application ON application_decision (tenant_id, application_id);

INSERT INTO application_decision
SELECT a.tenant_id, coalesce(a.enrollment_id, a.id), a.id, coalesce(s.epoch, 1), a.status, a.enrollment_id, a.reason
  FROM application a
  LEFT JOIN inbox_sequence s
    ON s.topic = 'trayecto.enrollments.v1' AND s.aggregate_id = coalesce(a.enrollment_id, a.id)
 WHERE a.status <> 'SUBMITTED';

ALTER TABLE application_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE application_decision FORCE ROW LEVEL SECURITY;

CREATE POLICY application_decision_inbox ON application_decision TO ${worker} USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON application_decision TO ${worker};
