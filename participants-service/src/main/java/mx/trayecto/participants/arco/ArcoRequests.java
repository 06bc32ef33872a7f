package mx.trayecto.participants.arco;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkus.panache.common.Parameters;

import mx.trayecto.participants.registry.Faults;
import mx.trayecto.participants.registry.Rights;
import mx.trayecto.participants.workdays.WorkingCalendar;
import mx.trayecto.participants.workdays.WorkingDays;
import mx.trayecto.platform.crypto.Vault;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.CurrentActor;

/** The tenant's ARCO requests and their steps. Every call runs in the caller's transaction. */
@ApplicationScoped
class ArcoRequests {
    /** The law's predecessor came into force the day after (LGPDPPSO, DOF 26-01-2017). */
    private static final LocalDate EARLIEST = LocalDate.of(2017, 1, 27);

    private static final List<ArcoStatus> OWED = List.of(ArcoStatus.RECEIVED, ArcoStatus.GRANTED);

    @Inject
    CurrentActor actor;

    @Inject
    Rights rights;

    @Inject
    WorkingCalendar calendar;

    @Inject
    Vault vault;

    /** A change of a request, by the tenant's working days. */
    @FunctionalInterface
    interface Change {
        void of(ArcoRequest request, LocalDate on, WorkingDays days);
    }

    /**
     * Takes a request in.
     *
     * @throws ProblemException 422 with every error; 404 for a person whom the actor does not see
     */
    ArcoView file(FileRequest command) {
        LocalDate today = calendar.today();
        LocalDate on = command.receivedOn() == null ? today : command.receivedOn();
        Faults faults = new Faults("");
        if (on.isAfter(today)) {
            faults.add("/receivedOn", "future", "no puede ser futura", "must not be in the future");
        } else if (on.isBefore(EARLIEST)) {
            faults.add("/receivedOn", "too-early", "es demasiado antigua", "is too early");
        }
        if ((command.kind() == ArcoKind.OPPOSITION) == command.purposes().isEmpty()) {
            faults.add(
                    "/purposes",
                    command.purposes().isEmpty() ? "required" : "opposition-only",
                    "acompañan a una oposición, y solo a ella",
                    "come with an opposition, and with nothing else");
        }
        faults.refuse();
        rights.demand(command.participant());
        byte[] filing =
                vault.seal(command.participant(), new ArcoRequest.Filing(command.proofReference(), command.details()));
        ArcoRequest request = new ArcoRequest(actor.get().tenant(), command, on, filing, calendar.days());
        request.persist();
        write(request, Step.FILED, on, null);
        return told(request);
    }

    /**
     * Takes a step.
     *
     * @param on today where null
     * @param note may be null
     * @throws ProblemException 409 where status or time do not allow it, 422 for a day that cannot be
     */
    ArcoView take(UUID id, Step step, LocalDate on, String note, Change change) {
        ArcoRequest request = require(id);
        LocalDate day = day(request, on);
        change.of(request, day, calendar.days());
        write(request, step, day, note);
        return told(request);
    }

    /** Writes down that a step was taken, and saves what became of the request. */
    void write(ArcoRequest request, Step step, LocalDate on, String note) {
        new ArcoStep(
                        request,
                        step,
                        on,
                        actor.get().subject(),
                        note == null ? null : vault.seal(request.participantId, note))
                .persist();
        ArcoStep.flush();
    }

    /** The day of a step: not in the future, and not before the step before it. */
    private LocalDate day(ArcoRequest request, LocalDate on) {
        LocalDate today = calendar.today();
        Faults faults = new Faults("");
        if (on != null && on.isAfter(today)) {
            faults.add("/on", "future", "no puede ser futura", "must not be in the future");
        } else if (on != null && on.isBefore(request.lastOn)) {
            faults.add("/on", "before-last-step", "es anterior al paso previo", "is before the step before");
        }
        faults.refuse();
        return on == null ? today : on;
    }

    /** @throws ProblemException 404 where it is absent, of another tenant or of a person whom the actor does not see */
    ArcoRequest require(UUID id) {
        return ArcoRequest.<ArcoRequest>find(
                        "tenantId = ?1 and id = ?2", actor.get().tenant(), id)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    ArcoView view(UUID id) {
        return told(require(id));
    }

    /** Those about these records in which something is still awaited, of the tenant or of her. */
    List<ArcoRequest> open(Collection<UUID> records) {
        return ArcoRequest.list(
                "tenantId = ?1 and participantId in ?2 and dueOn is not null order by id",
                actor.get().tenant(),
                records);
    }

    /** Requests about these records, in the order they were filed, for who may read of them. */
    List<ArcoView> of(Collection<UUID> records) {
        return ArcoRequest.<ArcoRequest>list(
                        "tenantId = ?1 and participantId in ?2 order by id",
                        actor.get().tenant(),
                        records)
                .stream()
                .map(request -> told(request, true))
                .toList();
    }

    /**
     * Requests in the order they were filed.
     *
     * @param status filter, may be null
     * @param overdue whether only those in which the tenant owes something since yesterday or longer
     */
    List<ArcoRequest> list(UUID after, int rows, ArcoStatus status, boolean overdue) {
        StringBuilder query = new StringBuilder("tenantId = :tenant and id > :after");
        Parameters with =
                Parameters.with("tenant", actor.get().tenant()).and("after", after == null ? new UUID(0, 0) : after);
        if (status != null) {
            query.append(" and status = :status");
            with.and("status", status);
        }
        if (overdue) {
            query.append(" and status in :owed and dueOn < :today");
            with.and("owed", OWED).and("today", calendar.today());
        }
        return ArcoRequest.<ArcoRequest>find(query + " order by id", with)
                .range(0, rows - 1)
                .list();
    }

    /** The tenant's working days have changed: what is still due is counted anew. */
    void recount(@Observes WorkingCalendar.Declared declared) {
        ArcoRequest.<ArcoRequest>list(
                        "tenantId = ?1 and dueOn is not null", actor.get().tenant())
                .forEach(request -> request.count(declared.days()));
    }

    /** A request, its texts only if they may be shown. */
    private ArcoView told(ArcoRequest request) {
        return told(request, rights.opened(request.participantId, "readArcoRequest"));
    }

    private ArcoView told(ArcoRequest request, boolean opened) {
        List<ArcoStep> steps = ArcoStep.list(
                "tenantId = ?1 and requestId = ?2 order by id", actor.get().tenant(), request.id);
        return ArcoView.of(
                request,
                opened ? vault.open(request.participantId, request.filing, ArcoRequest.Filing.class) : null,
                steps.stream().map(step -> told(step, opened)).toList());
    }

    private ArcoView.Taken told(ArcoStep step, boolean opened) {
        return new ArcoView.Taken(
                step.step,
                step.takenOn,
                step.createdAt,
                step.subject,
                step.note == null || !opened ? null : vault.open(step.participantId, step.note, String.class));
    }
}
