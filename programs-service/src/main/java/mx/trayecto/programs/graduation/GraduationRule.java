package mx.trayecto.programs.graduation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import mx.trayecto.platform.text.Language;
import mx.trayecto.programs.instrument.InstrumentKind;
import mx.trayecto.programs.pathway.GraduationCriteria;
import mx.trayecto.programs.pathway.Pathway;
import mx.trayecto.programs.pathway.PathwayModule;

/** What progress lacks to meet one version of a pathway's criteria. An empty list means: she graduates. */
record GraduationRule(GraduationCriteria criteria, Pathway pathway) {
    private static final Map<InstrumentKind, List<String>> SURVEYS = Map.of(
            InstrumentKind.ENTRY, List.of("la encuesta de entrada", "the entry survey"),
            InstrumentKind.EXIT, List.of("la encuesta de salida", "the exit survey"),
            InstrumentKind.POST_GRADUATION, List.of("la encuesta posterior", "the post-graduation survey"));

    List<Missing> missing(Progress progress) {
        List<Missing> missing = new ArrayList<>();
        for (PathwayModule module : pathway.modulesRequiredBy(criteria)) {
            if (!progress.modules().contains(module.code())) {
                missing.add(module(module));
            }
        }
        if (!progress.attendance().reaches(criteria.minimumAttendancePercent())) {
            missing.add(attendance(progress.attendance()));
        }
        for (InstrumentKind kind : criteria.instruments()) {
            if (!progress.instruments().contains(kind)) {
                missing.add(new Missing(
                        "instrument",
                        "Falta responder " + SURVEYS.get(kind).getFirst() + ".",
                        "Has not answered " + SURVEYS.get(kind).getLast() + ".",
                        null,
                        kind,
                        null,
                        null));
            }
        }
        if (progress.followUps() < criteria.minimumFollowUps()) {
            missing.add(followUps(progress.followUps()));
        }
        return missing;
    }

    /** Nobody graduates on a day before her last step. */
    static Missing laterStep(LocalDate last) {
        return new Missing(
                "later-step",
                "Su último paso es del %s, posterior a la fecha de graduación.".formatted(last),
                "Her last step is of %s, after the graduation date.".formatted(last),
                null,
                null,
                null,
                null);
    }

    private static Missing module(PathwayModule module) {
        return new Missing(
                "module",
                "Falta completar el módulo %s.".formatted(module.title().in(Language.ES)),
                "Has not completed the module %s.".formatted(module.title().in(Language.EN)),
                module.code(),
                null,
                null,
                null);
    }

    private Missing attendance(AttendanceShare share) {
        int minimum = criteria.minimumAttendancePercent();
        String attended = plain(share.attended());
        String held = plain(share.held());
        boolean none = share.held().signum() == 0;
        return new Missing(
                "attendance",
                none
                        ? "Aún no se pasa lista en ninguna sesión; se requiere %d%% de asistencia.".formatted(minimum)
                        : "Asistió a %s de %s horas (%s%%); se requiere %d%%."
                                .formatted(attended, held, plain(share.percent()), minimum),
                none
                        ? "No roll has been called yet; %d%% of attendance is required.".formatted(minimum)
                        : "Attended %s of %s hours (%s%%); %d%% is required."
                                .formatted(attended, held, plain(share.percent()), minimum),
                null,
                null,
                BigDecimal.valueOf(minimum),
                share.percent());
    }

    private Missing followUps(int made) {
        int minimum = criteria.minimumFollowUps();
        return new Missing(
                "follow-ups",
                "Tiene %d de %d seguimientos individuales.".formatted(made, minimum),
                "Has had %d of %d individual follow-ups.".formatted(made, minimum),
                null,
                null,
                BigDecimal.valueOf(minimum),
                BigDecimal.valueOf(made));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
