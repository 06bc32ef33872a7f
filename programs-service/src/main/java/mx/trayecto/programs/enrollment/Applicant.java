package mx.trayecto.programs.enrollment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import mx.trayecto.platform.storage.Pipeline;
import mx.trayecto.programs.eligibility.Eligibility;

/**
 * A woman who asks for a seat in a cohort.
 *
 * @param merged whether another record took hers over, as far as anybody may be told
 * @param suppressed whether her data were suppressed
 * @param live whether she has an enrolment under way in the cohort's programme, as far as the caller sees
 * @param asked what the programme's rule asks for, and what is known of her
 */
record Applicant(UUID id, boolean merged, boolean suppressed, boolean live, Eligibility.Asked asked) {
    private static final String FIND = EnrollmentRows.HERS
            + """
            SELECT k.id, k.merged_into IS NOT NULL AND NOT k.protected, k.suppressed, EXISTS (SELECT FROM enrollment e
                     WHERE e.program_id = (SELECT c.program_id FROM cohort c WHERE c.id = ?)
                       AND %s), %s
              FROM known_participant k%s
             WHERE k.id = ?""".formatted(
                            EnrollmentRows.LIVE_OF_HERS,
                            Eligibility.Asked.COLUMNS,
                            Eligibility.Asked.JOINED.formatted("(SELECT c.program_id FROM cohort c WHERE c.id = ?)"));

    /** Who she is, asked together with something else; nobody, where no participant is known by the id. */
    static Pipeline.Answer<Applicant> ask(Pipeline pipeline, UUID participant, UUID cohort) {
        return pipeline.ask(FIND, Applicant::read, participant, cohort, cohort, participant);
    }

    private static Applicant read(ResultSet row) throws SQLException {
        return new Applicant(
                row.getObject(1, UUID.class),
                row.getBoolean(2),
                row.getBoolean(3),
                row.getBoolean(4),
                Eligibility.Asked.of(row, 5));
    }
}
