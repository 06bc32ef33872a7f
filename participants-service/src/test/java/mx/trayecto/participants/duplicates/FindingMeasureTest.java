package mx.trayecto.participants.duplicates;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.finding.SyntheticWomen;
import mx.trayecto.participants.finding.SyntheticWomen.Woman;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Importing;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * How many of the planted second records are found, how many of those found were planted, and what a new record costs.
 * Registered from files; smaller than what is promised, which runs with {@code -Dtrayecto.women=100000
 * -Dtrayecto.second-records=2000}. What a new record costs is held against the promise then alone: among other tests it
 * tells how busy the machine is.
 */
@QuarkusTest
@TrayectoTest
class FindingMeasureTest {
    private static final Logger LOG = Logger.getLogger(FindingMeasureTest.class);
    private static final long SEED = 20_241_130;
    private static final int MOST_ROWS = 20_000;

    /** From so many second records on it is a measurement, with nothing beside it; else the time is told alone. */
    private static final int MEASURED = 1_000;

    private final UUID tenant = UUID.randomUUID();
    private final String coordinator = Tokens.coordinator(tenant);

    @Inject
    Comparison comparison;

    @Inject
    CurrentActor actor;

    @Inject
    ObjectMapper json;

    @Test
    void findsSecondRecordsAndFewOthersInLittleTime() throws Exception {
        int count = Integer.getInteger("trayecto.women", 3_000);
        int again = Integer.getInteger("trayecto.second-records", 150);
        SyntheticWomen people = new SyntheticWomen(SEED, count, again);
        long began = System.nanoTime();
        List<String> ids = registered("first", people.women());
        List<String> second = registered(
                "second",
                people.seconds().stream().map(SyntheticWomen.Second::woman).toList());
        long registered = System.nanoTime();
        Compared.all(tenant, Duration.ofMinutes(30));
        LOG.infof(
                "registered in %d s, compared after %d s more",
                Duration.ofNanos(registered - began).toSeconds(),
                Duration.ofNanos(System.nanoTime() - registered).toSeconds());

        Set<Set<String>> planted = new HashSet<>();
        for (int i = 0; i < again; i++) {
            planted.add(Set.of(ids.get(people.seconds().get(i).of()), second.get(i)));
        }
        Set<Set<String>> found = new HashSet<>();
        Database.query("participants", "SELECT one_id || ' ' || other_id FROM duplicate WHERE tenant_id = ?", tenant)
                .forEach(pair -> found.add(Set.of(pair.split(" "))));
        Set<Set<String>> right = new HashSet<>(found);
        right.retainAll(planted);
        double recall = right.size() / (double) planted.size();
        double precision = right.size() / (double) found.size();
        double[] millis = cost(second);
        LOG.infof(
                "%d women, %d second records: recall %.4f, precision %.4f, per new record %.2f ms, 95%% within %.2f ms",
                count, again, recall, precision, Arrays.stream(millis).average().orElseThrow(), within(millis, 0.95));
        assertTrue(recall >= 0.95, "recall " + recall);
        assertTrue(precision >= 0.9, "precision " + precision);
        if (again >= MEASURED) {
            double each = Arrays.stream(millis).average().orElseThrow();
            assertTrue(each <= 20, each + " ms per new record");
        }
    }

    /** Registers them from files, and gives their ids in the same order. */
    private List<String> registered(String source, List<Woman> women) throws Exception {
        for (int from = 0; from < women.size(); from += MOST_ROWS) {
            StringBuilder file = new StringBuilder();
            for (int i = from; i < Math.min(women.size(), from + MOST_ROWS); i++) {
                Map<String, Object> row = told(women.get(i));
                row.put("externalId", "W-%06d".formatted(i));
                file.append(json.writeValueAsString(row)).append('\n');
            }
            Importing.imported(
                    coordinator,
                    "/v1/participants/imports?sourceSystem=" + source,
                    "application/x-ndjson",
                    file.toString().getBytes(StandardCharsets.UTF_8));
        }
        List<String> ids = Database.query(
                "participants",
                "SELECT participant_id FROM external_reference WHERE tenant_id = ? AND source_system = ?"
                        + " ORDER BY external_id",
                tenant,
                source);
        assertEquals(women.size(), ids.size());
        return ids;
    }

    private static Map<String, Object> told(Woman woman) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("givenName", woman.givenName());
        told.put("firstSurname", woman.firstSurname());
        told.put("secondSurname", woman.secondSurname());
        told.put("birthDate", woman.birthDate().toString());
        told.put("gender", "female");
        told.put("phone", woman.phone());
        Map<String, Object> residence = new LinkedHashMap<>();
        residence.put("state", "14");
        residence.put("municipality", woman.municipality());
        told.put("residence", residence);
        return told;
    }

    /** Comparing each alone with all that are registered, as when she comes by herself. */
    private double[] cost(List<String> records) {
        return records.stream()
                .mapToDouble(id -> {
                    long began = System.nanoTime();
                    actor.runAs(
                            Actor.service("participants-service", tenant, "test"),
                            () -> QuarkusTransaction.requiringNew().call(() -> {
                                comparison.compare(List.of(UUID.fromString(id)));
                                return null;
                            }));
                    return (System.nanoTime() - began) / 1e6;
                })
                .toArray();
    }

    /** In what time this share of them was done. */
    private static double within(double[] millis, double share) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return sorted[(int) (share * (sorted.length - 1))];
    }
}
