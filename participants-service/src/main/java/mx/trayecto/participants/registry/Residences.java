package mx.trayecto.participants.registry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.participants.geography.Places;

/** Whether the places that somebody lives in exist, as far as a catalogue of them is loaded. */
@ApplicationScoped
class Residences {
    @Inject
    Places places;

    /** Looks up many at once, so that {@link #check} does not have to ask for each. */
    void look(Collection<Residence> told) {
        places.look(told.stream()
                .flatMap(place -> Stream.of(municipality(place), locality(place)))
                .filter(Objects::nonNull)
                .toList());
    }

    /** @param on the day that the residence is told of */
    void check(Residence told, LocalDate on, Faults faults) {
        Places.Unknown unknown = places.unknown(municipality(told), locality(told), on);
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

    /** Where it does not fit the state it is told by the rules of form, and so for the locality. */
    private static String municipality(Residence told) {
        return told.municipality() == null || !told.municipality().startsWith(told.state())
                ? null
                : told.municipality();
    }

    private static String locality(Residence told) {
        String municipality = municipality(told);
        return municipality == null
                        || told.locality() == null
                        || !told.locality().startsWith(municipality)
                ? null
                : told.locality();
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
