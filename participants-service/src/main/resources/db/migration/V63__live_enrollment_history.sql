-- What enrolments told before this service kept which are under way is read again from their topic, once: how far it is
-- taken in is kept for all that read it, so that events which came before are not handed over any more. A row is a partition
-- that is still to be read; a new installation has none.
CREATE TABLE live_enrollment_history (
    topic     text    NOT NULL,
    partition integer NOT NULL,
    PRIMARY KEY (topic, partition)
);

GRANT SELECT, UPDATE, DELETE ON live_enrollment_history TO ${worker};

INSERT INTO live_enrollment_history
SELECT topic, partition FROM inbox_offset WHERE topic = 'trayecto.enrollments.v1' AND next_offset > 0;
