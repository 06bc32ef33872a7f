package mx.trayecto.participants.registry;

import java.time.LocalDate;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.participants.geography.Places;

/** Whether the places that somebody lives in exist, as far as a catalogue of them is loaded. */
@ApplicationScoped
class Residences {
    @Inject
    Places places;

    /** @param on the day that the residence is told of */
    void check(Residence told, LocalDate on, Faults faults) {
        String municipality = told.municipality();
        if (municipality == null || !municipality.startsWith(told.state())) {
            return; // told by the rules of form
        }
        boolean fits = told.locality() != null && told.locality().startsWith(municipality);
        Places.Unknown unknown = places.unknown(municipality, fits ? told.locality() : null, on);
        if (unknown.municipality()) {
            faults.add(
                    "/residence/municipality",
                    "unknown-municipality",
                    "no existía en esa fecha",
                    "did not exist on that date");
        }
        if (unknown.locality()) {
            faults.add(
                    "/residence/locality", "unknown-locality", "no existía en esa fecha", "did not exist on that date");
        }
    }

    /** Only a residence that changes is looked at: a place may end while somebody lives there. */
    void check(Participant p, Identity known, RegisterParticipant form, LocalDate today, Faults faults) {
        Residence told = form.residence();
        if (Objects.equals(told.municipality(), p.attributes.municipality())
                && Objects.equals(told.locality(), known.locality())) {
            return;
        }
        LocalDate from = form.effective().from();
        LocalDate otherwise = form.effective().corrects() ? form.registeredOn() : today;
        check(told, from == null ? otherwise : from, faults);
    }
}
