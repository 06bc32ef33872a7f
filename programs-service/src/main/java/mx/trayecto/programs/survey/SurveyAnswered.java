package mx.trayecto.programs.survey;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.instrument.Instrument;
import mx.trayecto.programs.instrument.InstrumentKind;

/**
 * Coded answers as an event: {@code mx.trayecto.survey.answered.v1}, or {@code .corrected.v1} with all answers anew.
 * Free text is never in it.
 */
record SurveyAnswered(
        UUID response,
        UUID enrollment,
        UUID participant,
        UUID program,
        UUID cohort,
        UUID center,
        UUID agreement,
        UUID instrument,
        String instrumentCode,
        int instrumentVersion,
        InstrumentKind kind,
        LocalDate on,
        Map<String, Object> answers,
        String reason) {

    static SurveyAnswered of(SurveyResponse response, Enrollment enrollment, Instrument instrument, Answers given) {
        return new SurveyAnswered(
                response.id,
                enrollment.id,
                enrollment.participantId,
                enrollment.programId,
                enrollment.cohortId,
                enrollment.centerId,
                enrollment.agreementId,
                instrument.id,
                instrument.code,
                instrument.instrumentVersion,
                instrument.kind,
                response.answeredOn,
                given.told(),
                response.reason);
    }
}
