package mx.trayecto.participants.duplicates;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * -Dtrayecto.second-records=2000} and then leaves its figures in {@code target/bench/finding.json}, as benchmarks do. What
 * a new record costs is held against the promise then alone: among other tests it tells how busy the machine is.
 */
@QuarkusTest
@TrayectoTest
class FindingMeasureTest {
    private static final Logger LOG = Logger.getLogger(FindingMeasureTest.class);
    private static final long SEED = 20_241_130;
    private static final int MOST_ROWS = 20_000;

    /** From so many second records on it is a measurement, with nothing beside it; else the time is told alone. */
    private static final int MEASURED = 1_000;

    private static final double RECALL = 0.95;
    private static final double PRECISION = 0.9;
    private static final double MILLIS = 20;
    private static final Path REPORT = Path.of("..", "target", "bench", "finding.json");

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
        long registering = Duration.ofNanos(registered - began).toSeconds();
        long comparing = Duration.ofNanos(System.nanoTime() - registered).toSeconds();
        LOG.infof("registered in %d s, compared after %d s more", registering, comparing);

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
        double each = Arrays.stream(millis).average().orElseThrow();
        LOG.infof(
                "%d women, %d second records: recall %.4f, precision %.4f, per new record %.2f ms, 95%% within %.2f ms",
                count, again, recall, precision, each, within(millis, 0.95));
        if (again >= MEASURED) {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("women", count);
            details.put("secondRecords", again);
            details.put("seed", SEED);
            details.put("pairsFound", found.size());
            details.put("pairsPlantedAndFound", right.size());
            details.put("secondsRegistering", registering);
            details.put("secondsComparingAfterwards", comparing);
            details.put("millisWithin95Percent", within(millis, 0.95));
            report(
                    List.of(
                            line("recall", "", recall, RECALL, true),
                            line("precision", "", precision, PRECISION, true),
                            line("comparing one new record with all", "ms", each, MILLIS, false)),
                    details);
            assertTrue(each <= MILLIS, each + " ms per new record");
        }
        assertTrue(recall >= RECALL, "recall " + recall);
        assertTrue(precision >= PRECISION, "precision " + precision);
    }

    private static Map<String, Object> line(String what, String unit, double value, double bound, boolean atLeast) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("what", what);
        line.put("unit", unit);
        line.put("median", value);
        line.put("min", value);
        line.put("max", value);
        line.put(atLeast ? "atLeast" : "atMost", bound);
        line.put("reached", atLeast ? value >= bound : value <= bound);
        line.put("values", List.of(value));
        return line;
    }

    /** In the form of the benchmarks; whatever came of it, before it is judged. */
    private void report(List<Map<String, Object>> lines, Map<String, Object> details) throws Exception {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("jvm", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        for (String setting : List.of("server_version", "fsync", "synchronous_commit", "shared_buffers")) {
            machine.put(
                    setting, Database.query("participants", "SHOW " + setting).getFirst());
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("benchmark", "finding");
        told.put("reached", lines.stream().allMatch(line -> (boolean) line.get("reached")));
        told.put("lines", lines);
        told.put("details", details);
        told.put("remarks", List.of());
        told.put("machine", machine);
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, json.writerWithDefaultPrettyPrinter().writeValueAsString(told) + "\n");
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
