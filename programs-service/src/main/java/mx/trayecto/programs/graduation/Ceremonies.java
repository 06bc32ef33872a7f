package mx.trayecto.programs.graduation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.programs.enrollment.CohortTerms;
import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.enrollment.EnrollmentEvent;
import mx.trayecto.programs.enrollment.EnrollmentLog;
import mx.trayecto.programs.enrollment.EnrollmentRows;
import mx.trayecto.programs.enrollment.EnrollmentStatus;
import mx.trayecto.programs.field.References;

/** Recognition of graduates in public. Each is recognised once at a ceremony, however often it is told. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Ceremonies {
    @Inject
    CeremonyRows rows;

    @Inject
    EnrollmentLog log;

    CeremonyView hold(UUID id, HoldCeremony command) {
        CohortTerms cohort = CohortTerms.of(id);
        cohort.dayInside(command.on(), "/on");
        Map<UUID, Enrollment> graduates = graduates(cohort, command);
        Ceremony ceremony = rows.hold(cohort, command);
        Set<UUID> fresh = rows.recognise(ceremony, graduates.keySet());
        log.append(fresh.stream()
                .map(enrollment -> EnrollmentEvent.of("recognised", graduates.get(enrollment), command.on())
                        .with("ceremony", ceremony.id))
                .toList());
        return view(cohort, ceremony, graduates.keySet(), fresh);
    }

    /** What a repeated request is answered: everybody was recognised before. */
    CeremonyView again(UUID id, HoldCeremony command) {
        CohortTerms cohort = CohortTerms.of(id);
        return view(
                cohort, rows.hold(cohort, command), graduates(cohort, command).keySet(), Set.of());
    }

    /** Ceremonies of a cohort, registered after one, as many as asked for. */
    List<CeremonyView> held(UUID cohort, UUID after, int most) {
        return held(cohort, null, after, most);
    }

    CeremonyView view(UUID cohort, UUID id) {
        return held(cohort, id, null, 1).stream().findFirst().orElseThrow(ProblemException::notFound);
    }

    private List<CeremonyView> held(UUID cohort, UUID one, UUID after, int most) {
        return rows.held(CohortTerms.of(cohort).id(), one, after, most).stream()
                .map(held -> CeremonyView.of(held.ceremony(), cohort, held.recognised(), null))
                .toList();
    }

    private static Map<UUID, Enrollment> graduates(CohortTerms cohort, HoldCeremony command) {
        Map<UUID, Enrollment> graduates = EnrollmentRows.takingPart(cohort.id(), true).stream()
                .filter(enrollment -> enrollment.status == EnrollmentStatus.GRADUATED)
                .collect(Collectors.toMap(enrollment -> enrollment.id, Function.identity()));
        if (command.enrollments() == null) {
            if (graduates.isEmpty()) {
                throw ProblemException.of(CeremonyProblem.NO_GRADUATES);
            }
            return graduates;
        }
        References named = new References();
        for (int i = 0; i < command.enrollments().size(); i++) {
            if (!graduates.containsKey(command.enrollments().get(i))) {
                named.refuse(
                        "/enrollments/" + i,
                        "not-graduated",
                        "no es una graduada de la generación",
                        "is no graduate of the cohort");
            }
        }
        named.check();
        graduates.keySet().retainAll(Set.copyOf(command.enrollments()));
        return graduates;
    }

    private static CeremonyView view(CohortTerms cohort, Ceremony ceremony, Set<UUID> all, Set<UUID> fresh) {
        List<UUID> before =
                all.stream().filter(it -> !fresh.contains(it)).sorted().toList();
        return CeremonyView.of(ceremony, cohort.id(), fresh.stream().sorted().toList(), before);
    }
}
