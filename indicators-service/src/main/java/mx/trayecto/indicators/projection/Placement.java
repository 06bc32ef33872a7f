package mx.trayecto.indicators.projection;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import mx.trayecto.indicators.fact.Fact;
import mx.trayecto.indicators.fact.Place;
import mx.trayecto.indicators.fact.Stated;
import mx.trayecto.platform.storage.Pipeline;

/**
 * Finds the slot of each fact. What happened in a centre stays there; to which programme and agreement it belongs a
 * cohort that is known says itself (an agreement is often signed, or corrected, when the cohort already runs), and until
 * then the fact's own word holds. A participant counts as the person she was merged into, with what was valid of that
 * person on the fact's date.
 */
final class Placement {
    private final People people;
    private final EntryTable entries;

    Placement(People people, EntryTable entries) {
        this.people = people;
        this.entries = entries;
    }

    List<Placed> of(List<Fact> facts) throws SQLException {
        Set<TenantId> participants = new HashSet<>();
        Set<TenantId> cohorts = new HashSet<>();
        for (Fact fact : facts) {
            if (fact.participant() != null) {
                participants.add(new TenantId(fact.key().tenant(), fact.participant()));
            }
            if (fact.place().cohort() != null) {
                cohorts.add(new TenantId(fact.key().tenant(), fact.place().cohort()));
            }
        }
        Pipeline.Answer<Map.Entry<TenantId, Person>> told = people.of(participants);
        Map<TenantId, Place> places = TenantId.map(entries.cohorts(cohorts));
        Map<TenantId, Person> known = TenantId.map(told);
        return facts.stream().map(fact -> placed(fact, known, places)).toList();
    }

    private static Placed placed(Fact fact, Map<TenantId, Person> known, Map<TenantId, Place> places) {
        UUID tenant = fact.key().tenant();
        Place place = belonging(
                fact.place(), places.get(new TenantId(tenant, fact.place().cohort())));
        if (fact.participant() == null) {
            Slot slot = Slot.of(tenant, place, fact.on(), stated(fact.stated()));
            return new Placed(fact, fact.key().subject(), slot);
        }
        Person person = known.get(new TenantId(tenant, fact.participant()));
        return new Placed(fact, person.canonical, Slot.of(tenant, place, fact.on(), person.on(fact.on())));
    }

    private static Place belonging(Place told, Place cohort) {
        return cohort == null
                ? told
                : new Place(
                        cohort.program(),
                        told.cohort(),
                        told.center() == null ? cohort.center() : told.center(),
                        cohort.agreement());
    }

    private static Traits stated(Stated stated) {
        String state = stated.state() == null && stated.municipality() != null
                ? stated.municipality().substring(0, 2)
                : stated.state();
        return new Traits(
                Traits.orNotStated(stated.sex()),
                Traits.NOT_STATED,
                Traits.orNotStated(state),
                Traits.orNotStated(stated.municipality()));
    }
}
