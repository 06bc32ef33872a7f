package mx.trayecto.participants.workdays;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.arc.DefaultBean;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;

/** The tenant's working days, and the day it is. Every call but {@link #today} runs in the caller's transaction. */
@ApplicationScoped
public class WorkingCalendar {
    private static final LocalDate EARLIEST = LocalDate.of(2015, 1, 1);

    @Inject
    Clock clock;

    @Inject
    CurrentActor actor;

    @Inject
    Event<Declared> declared;

    @ConfigProperty(name = "trayecto.participants.zone", defaultValue = "America/Mexico_City")
    ZoneId zone;

    /** The tenant has declared days; told within the transaction, for what was counted by the days known before. */
    public record Declared(WorkingDays days) {}

    @Produces
    @Singleton
    @DefaultBean
    static Clock clock() {
        return Clock.systemUTC();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    public WorkingDays days() {
        return new WorkingDays(
                NonWorkingDays.<NonWorkingDays>list("tenantId", actor.get().tenant()).stream()
                        .map(days -> new WorkingDays.Span(days.firstDay, days.lastDay))
                        .toList());
    }

    /** @throws ProblemException 422 with every error; 403 for whoever is limited to centres or a portal */
    NonWorkingDays declare(DeclareNonWorkingDays command) {
        Actor who = actor.get();
        if (!who.centers().isEmpty() || who.sourceSystem().isPresent()) {
            throw ProblemException.of(CommonProblem.FORBIDDEN)
                    .detail(
                            "El token está limitado a centros o a un portal; esto es de toda la institución.",
                            "The token is limited to centres or to a portal; this belongs to the whole tenant.");
        }
        ProblemException problem = ProblemException.of(CommonProblem.VALIDATION);
        if (command.firstDay().isBefore(EARLIEST)) {
            problem.error("/firstDay", "too-early", "es demasiado antigua", "is too early");
        }
        if (command.lastDay().isBefore(command.firstDay())) {
            problem.error("/lastDay", "before-first", "es anterior al primer día", "is before the first day");
        } else if (command.lastDay().isAfter(command.firstDay().plusDays(DeclareNonWorkingDays.MOST))) {
            problem.error("/lastDay", "too-long", "son más de 92 días", "is more than 92 days later");
        }
        if (problem.hasErrors()) {
            throw problem;
        }
        NonWorkingDays days = new NonWorkingDays(who.tenant(), command);
        days.persistAndFlush();
        declared.fire(new Declared(days()));
        return days;
    }

    NonWorkingDays require(UUID id) {
        return NonWorkingDays.<NonWorkingDays>find(
                        "tenantId = ?1 and id = ?2", actor.get().tenant(), id)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    List<NonWorkingDays> list(UUID after, int rows) {
        return NonWorkingDays.<NonWorkingDays>find(
                        "tenantId = ?1 and id > ?2 order by id",
                        actor.get().tenant(),
                        after == null ? new UUID(0, 0) : after)
                .range(0, rows - 1)
                .list();
    }
}
