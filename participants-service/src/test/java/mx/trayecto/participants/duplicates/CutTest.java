package mx.trayecto.participants.duplicates;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.People;
import mx.trayecto.participants.finding.Lookups;
import mx.trayecto.participants.registry.Likenesses;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A record that has something in common with more others than it is compared with. */
@QuarkusTest
@TrayectoTest
class CutTest {
    private final UUID tenant = UUID.randomUUID();
    private final String coordinator = Tokens.coordinator(tenant);

    @Inject
    Likenesses likenesses;

    @Inject
    Lookups lookups;

    @Inject
    Candidates candidates;

    @Inject
    MeterRegistry meters;

    @Inject
    CurrentActor actor;

    /** As the queue does, but with fewer others. */
    private void compare(String record, int others) {
        Comparison few = new Comparison();
        few.likenesses = likenesses;
        few.lookups = lookups;
        few.candidates = candidates;
        few.meters = meters;
        few.config = new Few(others);
        actor.runAs(
                Actor.service("participants-service", tenant, "test"),
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    few.compare(List.of(UUID.fromString(record)));
                    return null;
                }));
    }

    private record Few(int others) implements DuplicateConfig {
        @Override
        public boolean find() {
            return true;
        }

        @Override
        public Duration idle() {
            return Duration.ZERO;
        }

        @Override
        public int batch() {
            return 1;
        }
    }

    private Set<Set<String>> queue() {
        Set<Set<String>> pairs = new HashSet<>();
        Caller.with(coordinator)
                .get("/v1/duplicates?status=open")
                .jsonPath()
                .<List<String>>getList("items.participants")
                .forEach(pair -> pairs.add(Set.copyOf(pair)));
        return pairs;
    }

    /** The woman in the queue is the one whose own record leads to nobody: it is her merged one that was cut. */
    @Test
    void takesNoPairOfTheWomanOutOfTheQueue() {
        Map<String, Object> stands = People.woman("birthDate", "1975-06-08");
        stands.put("givenName", "Refugio");
        stands.put("firstSurname", "Quiroz");
        stands.put("secondSurname", "Ek");
        String woman = People.registered(coordinator, stands);
        String merged = People.registered(coordinator, People.woman());
        String one = People.registered(coordinator, DuplicateTest.again());
        String other = People.registered(coordinator, DuplicateTest.again());
        Caller.post(coordinator)
                .body(Map.of("record", merged, "reason", "registered-twice"))
                .post("/v1/participants/" + woman + "/merges")
                .then()
                .statusCode(201);
        Compared.all(tenant);
        Set<Set<String>> all = Set.of(Set.of(woman, one), Set.of(woman, other), Set.of(one, other));
        assertEquals(all, queue());
        double before = meters.counter(Comparison.CUT).count();
        compare(merged, 1);
        assertEquals(before + 1, meters.counter(Comparison.CUT).count());
        assertEquals(all, queue());
    }
}
