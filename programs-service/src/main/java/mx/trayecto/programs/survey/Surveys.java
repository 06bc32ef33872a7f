package mx.trayecto.programs.survey;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.databind.JsonNode;
import org.hibernate.exception.ConstraintViolationException;

import mx.trayecto.platform.crypto.Vault;
import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.platform.text.Text;
import mx.trayecto.programs.enrollment.CohortTerms;
import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.enrollment.EnrollmentStatus;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.instrument.Instrument;
import mx.trayecto.programs.instrument.InstrumentKind;
import mx.trayecto.programs.participant.KnownParticipant;
import mx.trayecto.programs.topic.Topics;

/** Answers to instruments: checked, coded ones told, written ones sealed. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Surveys {
    @Inject
    Vault vault;

    @Inject
    Outbox outbox;

    @Inject
    Validator validator;

    @Inject
    CurrentActor actor;

    /** The rule of written answers. */
    record Written(@Text(max = 4000, free = true) String text) {}

    SurveyView answer(UUID id, AnswerSurvey command) {
        Enrollment enrollment = Enrollment.lock(id);
        References named = new References();
        Instrument instrument = named.follow("/instrument", command.instrument(), Instrument::find);
        named.check();
        if (instrument.kind == InstrumentKind.POST_GRADUATION && enrollment.status != EnrollmentStatus.GRADUATED) {
            throw ProblemException.of(SurveyProblem.NOT_GRADUATED);
        }
        SurveyResponse response = new SurveyResponse(enrollment, instrument);
        write(response, enrollment, instrument, command.on(), command.language(), command.answers(), null);
        return view(enrollment, response);
    }

    /** The answers that were given to the instrument that day, where they are the very same, in the language that is said. */
    Optional<UUID> asBefore(Enrollment enrollment, AnswerSurvey told) {
        return SurveyResponse.<SurveyResponse>find(
                        "enrollmentId = ?1 AND instrumentId = ?2 AND answeredOn = ?3",
                        enrollment.id,
                        told.instrument(),
                        told.on())
                .firstResultOptional()
                .filter(known -> (told.language() == null || told.language().equals(known.language))
                        && Answers.same(told.answers(), known.answers, texts(enrollment, known)))
                .map(known -> known.id);
    }

    SurveyView correct(Enrollment enrollment, SurveyResponse response, CorrectSurvey command) {
        Instrument instrument = Instrument.find(response.instrumentId).orElseThrow(ProblemException::notFound);
        write(
                response,
                enrollment,
                instrument,
                command.on(),
                command.language() == null ? response.language : command.language(),
                command.answers(),
                command.reason());
        return view(enrollment, response);
    }

    SurveyView view(Enrollment enrollment, SurveyResponse response) {
        return SurveyView.of(response, actor.get().may("surveys:write") ? texts(enrollment, response) : null);
    }

    /** What was written freely; null where nothing was, and once her key was destroyed. */
    @SuppressWarnings("unchecked") // what was sealed is a map of texts
    private Map<String, String> texts(Enrollment enrollment, SurveyResponse response) {
        return response.texts == null ? null : vault.open(enrollment.participantId, response.texts, Map.class);
    }

    private void write(
            SurveyResponse response,
            Enrollment enrollment,
            Instrument instrument,
            LocalDate given,
            String language,
            Map<String, JsonNode> answers,
            AnswerCorrection why) {
        LocalDate on = CohortTerms.daySinceApplying(enrollment, given, "/on");
        if (instrument.kind == InstrumentKind.POST_GRADUATION
                && enrollment.graduatedOn != null
                && on.isBefore(enrollment.graduatedOn)) {
            new References()
                    .refuse(
                            "/on",
                            "before-graduation",
                            "no puede ser anterior a la graduación",
                            "must not be before the graduation")
                    .check();
        }
        KnownParticipant.requireKept(enrollment.participantId);
        Answers checked = Answers.check(instrument.questions, answers, this::mayBeWritten);
        byte[] sealed = checked.texts().isEmpty() ? null : vault.seal(enrollment.participantId, checked.texts());
        response.answer(on, language, checked, sealed, actor.get().subject(), why);
        store(response);
        outbox.append(
                Topics.SURVEYS,
                response.id,
                "mx.trayecto.survey." + (why == null ? "answered" : "corrected") + ".v1",
                SurveyAnswered.of(response, enrollment, instrument, checked));
    }

    private boolean mayBeWritten(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                && validator.validateValue(Written.class, "text", text).isEmpty();
    }

    /** Answers to an enrolment come one after another, so the look before sees what stands in the way. */
    private void store(SurveyResponse response) {
        response.another().ifPresent(id -> {
            ProblemException problem = ProblemException.of(SurveyProblem.ANSWERED);
            throw actor.get().may("enrollments:read")
                    ? problem.header(
                            HttpHeaders.LOCATION, "/v1/enrollments/" + response.enrollmentId + "/surveys/" + id)
                    : problem;
        });
        try {
            response.persistAndFlush();
        } catch (ConstraintViolationException refused) {
            throw String.valueOf(refused.getConstraintName()).contains("survey_response_")
                    ? ProblemException.of(SurveyProblem.ANSWERED)
                    : refused;
        }
    }
}
