package mx.trayecto.programs.instrument;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.programs.access.Reach;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.field.Unique;

/** Publishes instruments, version by version. */
@ApplicationScoped
class Instruments {
    @Inject
    Reach reach;

    InstrumentView publish(PublishInstrument command) {
        UUID tenant = reach.wholeTenant();
        checkSkips(command.questions());
        Instrument instrument = new Instrument(tenant, command);
        Unique.store(
                instrument,
                "/version",
                "/v1/instruments",
                Map.of("code", instrument.code, "instrumentVersion", instrument.instrumentVersion));
        return InstrumentView.read(instrument, null, null);
    }

    /** Whether a question is asked can only hang on what was answered before it. */
    private static void checkSkips(List<Question> questions) {
        References faults = new References();
        Map<String, Question> earlier = new HashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            List<AskedIf> rules = questions.get(i).askedIf();
            for (int j = 0; j < rules.size(); j++) {
                String pointer = "/questions/" + i + "/askedIf/" + j;
                Question before = earlier.get(rules.get(j).question());
                if (before == null) {
                    faults.refuse(
                            pointer + "/question",
                            "not-earlier",
                            "debe ser una pregunta anterior",
                            "must be an earlier question");
                } else if (!rules.get(j).fits(before)) {
                    faults.refuse(
                            pointer,
                            "does-not-fit",
                            "no corresponde a lo que esa pregunta puede responder",
                            "does not fit what that question can answer");
                }
            }
            earlier.put(questions.get(i).code(), questions.get(i));
        }
        faults.check();
    }

    InstrumentView view(UUID id) {
        return view(id, null, null);
    }

    InstrumentView view(UUID id, String language, String acceptLanguage) {
        return Instrument.find(id)
                .map(instrument -> InstrumentView.read(instrument, language, acceptLanguage))
                .orElseThrow(ProblemException::notFound);
    }
}
