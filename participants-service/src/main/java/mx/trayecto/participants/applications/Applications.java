package mx.trayecto.participants.applications;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.databind.node.ObjectNode;

import mx.trayecto.participants.centers.Centers;
import mx.trayecto.participants.registry.Applicants;
import mx.trayecto.participants.registry.Faults;
import mx.trayecto.participants.registry.RegistrationRules;
import mx.trayecto.platform.outbox.Event;
import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.platform.outbox.Publishes;
import mx.trayecto.platform.outbox.Topic;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;

/** Takes applications: the woman, her reference, her consents, the application and its event in one commit. */
@ApplicationScoped
class Applications implements Publishes {
    private static final Topic TOPIC = new Topic("trayecto.applications.v1", false);
    private static final String LIVE = "tenantId = ?1 and participantId in ?2 and cohortId = ?3 and status not in ?4";
    private static final String MADE = """
            SELECT k.line, a.id, a.participant_id
              FROM unnest(?::int4[], ?::text[], ?::text[], ?::uuid[]) AS k (line, source_system, external_id, cohort_id)
             CROSS JOIN LATERAL (SELECT id, participant_id FROM application
                                  WHERE tenant_id = ? AND source_system = k.source_system
                                    AND external_id = k.external_id AND cohort_id = k.cohort_id
                                  ORDER BY id LIMIT 1) a""";
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

    @Inject
    CurrentActor actor;

    @Inject
    Applicants applicants;

    @Inject
    RegistrationRules rules;

    @Inject
    Centers centers;

    @Inject
    Outbox outbox;

    @Inject
    Sql sql;

    @Override
    public List<Topic> topics() {
        return List.of(TOPIC);
    }

    /**
     * Submits, in the caller's transaction.
     *
     * <p>Whether she has applied to the cohort already is told to whoever sees her record alone: where it is not shown, an
     * application is taken the same, and ends at once if it is a second one.
     *
     * @throws ProblemException 422 with every error; 409 where she has applied to the cohort already, or where CURP or
     *     reference name somebody else, or where she is under 18 and her guardian does not agree
     */
    ApplicationView submit(SubmitApplication command) {
        LocalDate on = on(command);
        check(command, on);
        Applicants.Applicant applicant = command.participantId() == null
                ? applicants.findOrRegister(command.participant(), command.reference(), command.consents(), on)
                : applicants.known(command.participantId(), command.reference(), command.consents(), on);
        boolean second = second(applicant, command.cohort());
        Application application = application(command, applicant, on, second);
        outbox.appendAll(List.of(event(application, applicant)));
        return ApplicationView.of(
                application,
                applicant.shown(),
                false,
                actor.get().sourceSystem().orElse(null));
    }

    /**
     * A row of a file, and the form in it as it was sent.
     *
     * @param told null where the row describes nobody
     */
    record Submission(int line, SubmitApplication command, ObjectNode told) {}

    /**
     * {@link #submit} of many, in few statements: in their order, up to the first that is of somebody who may be known
     * already, so that nobody who was before her in the file gets behind. Those that are refused are passed over.
     *
     * @return the applications made, by line
     */
    Map<Integer, UUID> submitStrangers(List<Submission> rows) {
        Map<Integer, Submission> plain = new LinkedHashMap<>();
        for (Submission row : rows) {
            SubmitApplication command = row.command();
            if (command.participant() == null || command.participantId() != null || command.reference() == null) {
                break;
            }
            LocalDate on = on(command);
            if (applicants.lacksGuardian(command.participant(), command.consents(), on)) {
                break; // it hangs on whether she is known
            }
            try {
                check(command, on);
                plain.put(row.line(), row);
            } catch (ProblemException refused) {
                continue; // and refused again by itself
            }
        }
        Map<Integer, Applicants.Applicant> strangers = applicants.registerStrangers(plain.values().stream()
                .map(row -> new Applicants.Described(
                        row.line(),
                        row.command().reference(),
                        row.told(),
                        row.command().participant(),
                        row.command().consents()))
                .toList());
        Map<Integer, UUID> made = new HashMap<>();
        List<Event> events = new ArrayList<>();
        plain.forEach((line, row) -> {
            Applicants.Applicant applicant = strangers.get(line);
            if (applicant != null) {
                Application application = application(row.command(), applicant, on(row.command()), false);
                events.add(event(application, applicant));
                made.put(line, application.id);
            }
        });
        outbox.appendAll(events);
        return made;
    }

    private LocalDate on(SubmitApplication command) {
        return command.on() == null ? applicants.today() : command.on();
    }

    private Application application(
            SubmitApplication command, Applicants.Applicant applicant, LocalDate on, boolean second) {
        Actor who = actor.get();
        Application application = new Application(
                who.tenant(),
                applicant.participant(),
                command.cohort(),
                command.reference(),
                who.sourceSystem().orElse(null),
                on);
        if (second) {
            application.repeat();
        }
        application.persist();
        return application;
    }

    private static Event event(Application application, Applicants.Applicant applicant) {
        return new Event(
                TOPIC,
                application.id,
                ApplicationSubmitted.TYPE,
                ApplicationSubmitted.of(application, applicant.shown()));
    }

    private record Made(int line, UUID id, UUID participant) {}

    /**
     * Those of the rows that have been made already, by line, under their references to their cohorts, whatever became of
     * them. A reference leads to an application that its own system sent, and to others only for whoever sees the woman:
     * it may be known whose it is.
     */
    Map<Integer, UUID> made(List<Submission> rows) {
        List<Made> all = sql.list(
                MADE,
                row -> new Made(row.getInt(1), row.getObject(2, UUID.class), row.getObject(3, UUID.class)),
                Columns.of(rows.stream()
                                .filter(row -> row.command().reference() != null)
                                .toList())
                        .whole(Submission::line)
                        .text(row -> row.command().reference().sourceSystem())
                        .text(row -> row.command().reference().externalId())
                        .uuid(row -> row.command().cohort()),
                actor.get().tenant());
        boolean own = actor.get().sourceSystem().isPresent(); // a portal is shown no other's
        Map<UUID, Boolean> near = own || all.isEmpty()
                ? Map.of()
                : applicants.near(all.stream().map(Made::participant).toList());
        return all.stream()
                .filter(made -> own || near.getOrDefault(made.participant(), false))
                .collect(Collectors.toMap(Made::line, Made::id));
    }

    /** The same of one. */
    Optional<UUID> made(Submission row) {
        return made(List.of(row)).values().stream().findFirst();
    }

    /** @throws ProblemException 404 where it is absent, of another tenant or outside the actor's compartment */
    ApplicationView view(UUID id) {
        return Application.<Application>find(
                        "tenantId = ?1 and id = ?2", actor.get().tenant(), id)
                .firstResultOptional()
                .map(a -> views(List.of(a)).getFirst())
                .orElseThrow(ProblemException::notFound);
    }

    List<ApplicationView> rows(UUID after, int rows) {
        return views(Application.<Application>find(
                        "tenantId = ?1 and id > ?2 order by id",
                        actor.get().tenant(),
                        after == null ? new UUID(0, 0) : after)
                .range(0, rows - 1)
                .list());
    }

    private List<ApplicationView> views(Collection<Application> applications) {
        String system = actor.get().sourceSystem().orElse(null);
        Map<UUID, Boolean> near =
                applicants.near(applications.stream().map(a -> a.participantId).toList());
        return applications.stream()
                .map(a -> ApplicationView.of(
                        a,
                        near.getOrDefault(a.participantId, false),
                        system != null && near.containsKey(a.participantId),
                        system))
                .toList();
    }

    private void check(SubmitApplication command, LocalDate on) {
        Faults faults = new Faults("");
        Actor who = actor.get();
        if ((command.participant() == null) == (command.participantId() == null)) {
            faults.add(
                    "/participant",
                    "one-of",
                    "indique participant o participantId, y solo uno",
                    "give either participant or participantId");
        }
        if (command.reference() != null) {
            rules.reference(command.reference(), "/reference", faults);
        } else if (who.sourceSystem().isPresent()) {
            faults.add("/reference", "required", "es obligatoria para un portal", "is required of a portal");
        }
        rules.consents(command.consents(), "/consents", faults);
        if (on.isAfter(applicants.today())) {
            faults.add("/on", "future", "no puede ser futura", "must not be in the future");
        } else if (on.isBefore(EARLIEST)) {
            faults.add("/on", "too-early", "es demasiado antigua", "is too early");
        }
        if (!who.centers().isEmpty()
                && centers.ofCohort(command.cohort())
                        .filter(center -> !who.centers().contains(center))
                        .isPresent()) {
            faults.add("/cohort", "not-yours", "no es de uno de sus centros", "is of none of your centres");
        }
        faults.refuse();
    }

    /**
     * Whether she has a live application to the cohort already, whichever of her records it was made under.
     *
     * @throws ProblemException 409 where she has, and whoever applies may be told of her
     */
    private boolean second(Applicants.Applicant applicant, UUID cohort) {
        List<UUID> live = applicants.beyondCompartments(() -> live(applicant, cohort));
        if (!live.isEmpty() && applicant.shown()) {
            ProblemException problem = ProblemException.of(ApplicationProblem.ALREADY_APPLIED);
            if (actor.get().may(ApplicationResource.READ)) {
                Application.<Application>find(
                                "tenantId = ?1 and id in ?2 order by id",
                                actor.get().tenant(),
                                live)
                        .firstResultOptional()
                        .ifPresent(first -> problem.header(HttpHeaders.LOCATION, "/v1/applications/" + first.id));
            }
            throw problem;
        }
        return !live.isEmpty();
    }

    private List<UUID> live(Applicants.Applicant applicant, UUID cohort) {
        return Application.<Application>list(
                        LIVE,
                        actor.get().tenant(),
                        applicants.records(applicant.participant()),
                        cohort,
                        ApplicationStatus.ENDED)
                .stream()
                .map(application -> application.id)
                .toList();
    }
}
