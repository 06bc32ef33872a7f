package mx.trayecto.bench.cohorts;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import mx.trayecto.bench.Benchmark;
import mx.trayecto.bench.Line;
import mx.trayecto.bench.Options;
import mx.trayecto.bench.Outcome;
import mx.trayecto.bench.Report;
import mx.trayecto.bench.ground.Ground;
import mx.trayecto.local.Json;
import mx.trayecto.proof.ProofFailure;
import mx.trayecto.proof.load.Api;
import mx.trayecto.proof.load.Import;

/**
 * What is done with a whole cohort in one call, or one file: rolls, attendances, graduation, credentials. Everything goes
 * through the gateway, and the rows that it leaves are counted.
 */
public final class WholeCohort implements Benchmark {
    private static final int CREDENTIALS = 1_000;
    private static final int SESSIONS = 10;
    private static final double ATTENDANCES_PER_SECOND = 5_000;
    private static final double ROLL_MILLIS = 1_000;
    private static final double GRADUATION_SECONDS = 10;
    private static final double CREDENTIALS_SECONDS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Override
    public Outcome measure(Ground ground, Options options) {
        int women = options.number("cohort-women");
        Api api = new Api(
                ground.site().coordinator().host(), ground.site().coordinator().token());
        List<Map<String, Object>> rounds = new ArrayList<>();
        List<String> empty = ground.database("programs")
                .texts("SELECT id FROM cohort c WHERE tenant_id = '"
                        + ground.site().tenant()
                        + "' AND capacity = 100000000 AND NOT EXISTS (SELECT 1 FROM enrollment e WHERE e.cohort_id = c.id)"
                        + " ORDER BY id");
        int count = options.number("cohort-rounds");
        if (empty.size() < 2 * count) {
            throw new ProofFailure("too few cohorts without enrolments: let it run on a suite of its own");
        }
        for (int round = 0; round < count; round++) {
            Map<String, Object> told = new LinkedHashMap<>();
            LargeCohort large = LargeCohort.enrolled(ground, api, empty.get(2 * round), women);
            rolls(large, told);
            imported(api, large, told);
            graduated(large, told);
            LargeCohort small = LargeCohort.enrolled(ground, api, empty.get(2 * round + 1), CREDENTIALS);
            credentials(small, told);
            Report.say("  round %d: %s".formatted(round + 1, told));
            rounds.add(told);
        }
        return new Outcome(
                "cohort",
                List.of(
                        Line.atMost("a roll of 500", "ms", all(rounds, "rollMillis"), ROLL_MILLIS),
                        Line.atLeast(
                                "attendances imported/s, %d in one file".formatted(SESSIONS * women),
                                "/s",
                                all(rounds, "attendancesPerSecond"),
                                ATTENDANCES_PER_SECOND),
                        Line.atMost(
                                "%d women graduated in one call".formatted(women),
                                "s",
                                all(rounds, "graduationSeconds"),
                                GRADUATION_SECONDS),
                        Line.atMost(
                                "credentials for %d in one call".formatted(CREDENTIALS),
                                "s",
                                all(rounds, "credentialsSeconds"),
                                CREDENTIALS_SECONDS)),
                Map.of("rounds", rounds),
                List.of("each on a cohort that had none of it; the first round is of services that are cold"));
    }

    private static void rolls(LargeCohort cohort, Map<String, Object> told) {
        String session = cohort.session(1);
        List<Double> millis = new ArrayList<>();
        for (List<String> some : cohort.portions()) {
            List<Map<String, Object>> entries = some.stream()
                    .map(woman -> Json.of("enrollment", woman, "attended", true))
                    .toList();
            millis.add(1e3
                    * timed(() -> cohort.post("/v1/sessions/" + session + "/attendance", Json.of("entries", entries))));
        }
        cohort.require(
                "attendances", cohort.rows("attendance"), cohort.enrollments().size());
        told.put("rollMillis", Line.atMost("", "", millis, 0).median());
    }

    private static void imported(Api api, LargeCohort cohort, Map<String, Object> told) {
        StringBuilder file = new StringBuilder("session,enrollment,attended\n");
        for (String session :
                IntStream.range(2, 2 + SESSIONS).mapToObj(cohort::session).toList()) {
            cohort.enrollments()
                    .forEach(woman ->
                            file.append(session).append(',').append(woman).append(",true\n"));
        }
        int rows = SESSIONS * cohort.enrollments().size();
        double seconds = timed(() -> {
            Import.Progress end = Import.of(
                            api, "/v1/attendance/imports", file.toString().getBytes(StandardCharsets.UTF_8))
                    .end(PATIENCE);
            cohort.require("rows created of a file (" + end + ")", end.rows().get("created"), rows);
        });
        cohort.require(
                "attendances",
                cohort.rows("attendance"),
                rows + cohort.enrollments().size());
        told.put("importSeconds", seconds);
        told.put("attendancesPerSecond", rows / seconds);
    }

    private static void graduated(LargeCohort cohort, Map<String, Object> told) {
        cohort.complete();
        double seconds = timed(() -> cohort.act("graduation", Json.of("on", "2024-12-20")));
        cohort.require("graduates", cohort.graduates(), cohort.enrollments().size());
        told.put("graduationSeconds", seconds);
        told.put("graduatedPerSecond", cohort.enrollments().size() / seconds);
    }

    private static void credentials(LargeCohort cohort, Map<String, Object> told) {
        cohort.complete();
        cohort.act("graduation", Json.of("on", "2024-12-20"));
        double seconds = timed(() -> cohort.act("credentials", null));
        cohort.require(
                "credentials", cohort.rows("credential"), cohort.enrollments().size());
        told.put("credentialsSeconds", seconds);
        told.put("credentialsPerSecond", cohort.enrollments().size() / seconds);
    }

    private static double timed(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private static List<Double> all(List<Map<String, Object>> rounds, String name) {
        return rounds.stream().map(round -> (Double) round.get(name)).toList();
    }
}
