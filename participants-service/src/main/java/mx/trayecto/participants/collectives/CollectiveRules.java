package mx.trayecto.participants.collectives;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.participants.centers.Centers;
import mx.trayecto.participants.geography.Places;
import mx.trayecto.participants.registry.Faults;
import mx.trayecto.participants.registry.Persons;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;

/** What must hold of a collective. */
@ApplicationScoped
class CollectiveRules {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    @Inject
    CurrentActor actor;

    @Inject
    Centers centers;

    @Inject
    Places places;

    @Inject
    Persons persons;

    /**
     * Checks what is told of a collective.
     *
     * @param known what it was before; null for a new one
     * @return the centre that accompanies it, or null
     */
    UUID check(RegisterCollective told, Collective known, Faults faults) {
        LocalDate today = persons.today();
        past(told.formedOn(), "/formedOn", today, faults);
        past(told.dissolvedOn(), "/dissolvedOn", today, faults);
        inOrder(told.formedOn(), told.dissolvedOn(), "/dissolvedOn", faults);
        if (told.trademark() != null) {
            trademark(told.trademark(), today, faults);
        }
        boolean moved = known == null || !told.municipality().equals(known.municipality);
        if (moved && places.unknown(told.municipality(), null, today).municipality()) {
            faults.add("/municipality", "unknown-municipality", "no existe", "does not exist");
        }
        return center(told.center(), known == null ? null : known.centerId, today, faults);
    }

    private static void trademark(Trademark trademark, LocalDate today, Faults faults) {
        past(trademark.on(), "/trademark/on", today, faults);
        if (trademark.status() == Trademark.Status.REGISTERED && trademark.number() == null) {
            faults.add(
                    "/trademark/number",
                    "required",
                    "es obligatorio si está registrada",
                    "is required once registered");
        }
    }

    static void past(LocalDate day, String pointer, LocalDate today, Faults faults) {
        if (day != null && day.isAfter(today)) {
            faults.add(pointer, "future", "no puede ser futura", "must not be in the future");
        } else if (day != null && day.isBefore(EARLIEST)) {
            faults.add(pointer, "too-early", "es demasiado antigua", "is too early");
        }
    }

    static void inOrder(LocalDate from, LocalDate until, String pointer, Faults faults) {
        if (from != null && until != null && until.isBefore(from)) {
            faults.add(pointer, "before-start", "no puede ser anterior al inicio", "must not be before the beginning");
        }
    }

    private UUID center(UUID told, UUID known, LocalDate on, Faults faults) {
        Actor who = actor.get();
        if (told == null && who.centers().size() == 1) {
            return center(who.centers().iterator().next(), known, on, faults);
        }
        if (told == null && !who.centers().isEmpty()) {
            faults.add(
                    "/center", "required", "es obligatorio con centros limitados", "is required of staff of centres");
        } else if (told != null && !who.centers().isEmpty() && !who.centers().contains(told)) {
            faults.add("/center", "not-yours", "no es uno de sus centros", "is none of your centres");
        } else if (told != null && !Objects.equals(told, known) && !centers.open(told, on)) {
            faults.add("/center", "unknown-center", "no existe o está cerrado", "does not exist or is closed");
        }
        return told;
    }
}
