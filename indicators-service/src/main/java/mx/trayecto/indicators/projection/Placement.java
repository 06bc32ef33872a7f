package mx.trayecto.indicators.projection;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

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
    private final Known<Person> persons = new Known<>();
    private final Known<Place> cohorts = new Known<>();

    /** What has been asked for, and what of it was there. */
    private static final class Known<T> {
        private final Set<TenantId> asked = new HashSet<>();
        private final List<Pipeline.Answer<Map.Entry<TenantId, T>>> answers = new ArrayList<>();
        private final Map<TenantId, T> values = new HashMap<>();

        void ask(Set<TenantId> ids, Function<Set<TenantId>, Pipeline.Answer<Map.Entry<TenantId, T>>> question) {
            ids.removeAll(asked);
            if (!ids.isEmpty()) {
                asked.addAll(ids);
                answers.add(question.apply(ids));
            }
        }

        Map<TenantId, T> told() throws SQLException {
            for (Pipeline.Answer<Map.Entry<TenantId, T>> answer : answers) {
                values.putAll(TenantId.map(answer));
            }
            answers.clear();
            return values;
        }
    }

    Placement(People people, EntryTable entries) {
        this.people = people;
        this.entries = entries;
    }

    /** Lets what these facts need be asked along with whatever is asked next. */
    void expect(Collection<Fact> facts) {
        persons.ask(ids(facts, Fact::participant), people::of);
        cohorts.ask(ids(facts, fact -> fact.place().cohort()), entries::cohorts);
    }

    List<Placed> of(List<Fact> facts) throws SQLException {
        expect(facts);
        Map<TenantId, Person> known = persons.told();
        Map<TenantId, Place> places = cohorts.told();
        return facts.stream().map(fact -> placed(fact, known, places)).toList();
    }

    private static Set<TenantId> ids(Collection<Fact> facts, Function<Fact, UUID> which) {
        Set<TenantId> ids = new HashSet<>();
        for (Fact fact : facts) {
            UUID id = which.apply(fact);
            if (id != null) {
                ids.add(new TenantId(fact.key().tenant(), id));
            }
        }
        return ids;
    }

    private static Placed placed(Fact fact, Map<TenantId, Person> known, Map<TenantId, Place> places) {
        UUID tenant = fact.key().tenant();
        Place place = belonging(
                fact.place(), places.get(new TenantId(tenant, fact.place().cohort())));
        if (fact.participant() == null) {
            Slot slot = Slot.of(tenant, place, fact.on(), stated(fact.stated()));
            return new Placed(fact, fact.counts(), slot);
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
