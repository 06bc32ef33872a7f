package mx.trayecto.programs.completion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.platform.tenancy.TenantEntity;
import mx.trayecto.programs.enrollment.CohortTerms;
import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.enrollment.EnrollmentEvent;
import mx.trayecto.programs.enrollment.EnrollmentLog;
import mx.trayecto.programs.enrollment.EnrollmentRows;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.pathway.Pathway;
import mx.trayecto.programs.pathway.PathwayModule;

/** Completed modules: each holds once per enrolment, so that saying it again changes nothing and tells nothing. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Completions {
    private static final String INSERT = """
            INSERT INTO completion (tenant_id, id, version, created_at, enrollment_id, module_id, module_code,
              completed_on, hours, source, recorded_by)
            SELECT ?, r.id, 0, now(), r.enrollment_id, ?, ?, ?, ?, ?, ?
              FROM unnest(?::uuid[], ?::uuid[]) AS r (id, enrollment_id)
            ON CONFLICT (tenant_id, enrollment_id, module_code) WHERE status = 'RECORDED' DO NOTHING
            RETURNING enrollment_id""";

    @Inject
    Prerequisites prerequisites;

    @Inject
    Sql sql;

    @Inject
    EnrollmentLog log;

    @Inject
    CurrentActor actor;

    /**
     * Completes a module in the cohort that she took part in that day.
     *
     * @throws CompletedBefore where she had completed it, whatever day that was said to be
     */
    Completion complete(UUID id, CompleteModule command) {
        Enrollment enrollment = Enrollment.lock(id);
        CohortTerms present = CohortTerms.of(enrollment.cohortId);
        LocalDate on = present.day(command.on(), "/on");
        CohortTerms cohort = CohortTerms.ofThatDay(enrollment, any -> on).orElse(present);
        Pathway pathway = pathway(cohort);
        PathwayModule module = module(pathway, command.module());
        if (!enrollment.tookPartIn(cohort.id(), cohort.dayInside(on, "/on"))) {
            throw ProblemException.of(CommonProblem.VALIDATION)
                    .error("/on", "not-taking-part", "no participaba en esa fecha", "did not take part on that day");
        }
        References faults = new References();
        prerequisites
                .missing(List.of(enrollment), pathway, module, on)
                .values()
                .forEach(missing -> Prerequisites.refuse(faults, "/module", missing));
        faults.check();
        boolean fresh = !record(List.of(enrollment), cohort, module, on, command.source())
                .isEmpty();
        Completion completion = Completion.find(id, module.code()).orElseThrow(ProblemException::notFound);
        if (!fresh) {
            throw new CompletedBefore(completion.id);
        }
        return completion;
    }

    /**
     * Completes a module for those who belonged to a cohort that day, wherever they have been transferred since.
     *
     * @return the enrolments for which this was new
     */
    Set<UUID> complete(CohortTerms cohort, CompleteModuleForCohort command) {
        Pathway pathway = pathway(cohort);
        PathwayModule module = module(pathway, command.module());
        LocalDate on = cohort.dayInside(command.on(), "/on");
        Map<UUID, Enrollment> enrolled = EnrollmentRows.lockAll(command.enrollments()).stream()
                .filter(enrollment -> enrollment.belongedTo(cohort.id(), on))
                .collect(Collectors.toMap(enrollment -> enrollment.id, Function.identity()));
        Map<UUID, List<String>> missing = prerequisites.missing(enrolled.values(), pathway, module, on);
        References named = new References();
        for (int i = 0; i < command.enrollments().size(); i++) {
            Enrollment enrollment = enrolled.get(command.enrollments().get(i));
            if (enrollment == null) {
                named.unknown("/enrollments/" + i);
            } else if (!enrollment.tookPartIn(cohort.id(), on)) {
                named.refuse(
                        "/enrollments/" + i,
                        "not-taking-part",
                        "no participaba en esa fecha",
                        "did not take part on that day");
            } else if (missing.containsKey(enrollment.id)) {
                Prerequisites.refuse(named, "/enrollments/" + i, missing.get(enrollment.id));
            }
        }
        named.check();
        return record(List.copyOf(enrolled.values()), cohort, module, on, command.source());
    }

    /** Whether what comes before a module was completed by a day, or she has completed the module itself. */
    public boolean allowed(Enrollment enrollment, CohortTerms cohort, PathwayModule module, LocalDate on) {
        return prerequisites
                .missing(List.of(enrollment), pathway(cohort), module, on)
                .isEmpty();
    }

    /**
     * Completes a module for one who took part and may.
     *
     * @param enrollment under a row lock
     * @param cohort the one that she took part in that day
     * @param module of that cohort's pathway version
     * @param source where it is known from
     * @return the completion; empty where she had completed it before
     */
    public Optional<UUID> completeOnce(
            Enrollment enrollment, CohortTerms cohort, PathwayModule module, LocalDate on, String source) {
        return record(List.of(enrollment), cohort, module, on, source).isEmpty()
                ? Optional.empty()
                : Completion.find(enrollment.id, module.code()).map(made -> made.id);
    }

    /** Told of the cohort and centre where it happened, wherever she has been transferred since. */
    private Set<UUID> record(
            List<Enrollment> enrollments, CohortTerms cohort, PathwayModule module, LocalDate on, String source) {
        Set<UUID> fresh = insert(enrollments, module, on, source);
        List<EnrollmentEvent> told = new ArrayList<>();
        for (Enrollment enrollment : enrollments) {
            if (fresh.contains(enrollment.id)) {
                enrollment.takePart(on).ifPresent(told::add);
                told.add(EnrollmentEvent.of("module-completed", enrollment, on)
                        .with("cohort", cohort.id())
                        .with("center", cohort.center())
                        .with("module", module.id())
                        .with("hours", module.hours())
                        .with("source", source));
            }
        }
        log.append(told);
        return fresh;
    }

    private Set<UUID> insert(List<Enrollment> enrollments, PathwayModule module, LocalDate on, String source) {
        return new LinkedHashSet<>(sql.ids(
                INSERT,
                actor.get().tenant(),
                module.id(),
                module.code(),
                on,
                module.hours(),
                source,
                actor.get().subject(),
                Columns.of(enrollments).uuid(e -> TenantEntity.newId()).uuid(e -> e.id)));
    }

    private static Pathway pathway(CohortTerms cohort) {
        return Pathway.find(cohort.pathway()).orElseThrow();
    }

    private static PathwayModule module(Pathway pathway, UUID id) {
        References named = new References();
        PathwayModule module = pathway.follow("/module", id, named);
        named.check();
        return module;
    }
}
