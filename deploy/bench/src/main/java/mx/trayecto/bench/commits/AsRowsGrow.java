package mx.trayecto.bench.commits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import mx.trayecto.bench.Benchmark;
import mx.trayecto.bench.Line;
import mx.trayecto.bench.Options;
import mx.trayecto.bench.Outcome;
import mx.trayecto.bench.Report;
import mx.trayecto.bench.ground.Ground;
import mx.trayecto.bench.ground.Ground.Aside;
import mx.trayecto.bench.ground.Site;
import mx.trayecto.bench.ground.Written;
import mx.trayecto.bench.load.Burst;
import mx.trayecto.bench.load.Enrolments;

/**
 * P6: enrolments per second into a database with few and into one with many, in turn: two copies of the programmes'
 * database, each with a service and a gateway of its own, on one server.
 */
public final class AsRowsGrow implements Benchmark {
    private static final double TO_REACH = 0.9;

    @Override
    public Outcome measure(Ground ground, Options options) {
        if (ground.used()) {
            ground.fresh(); // what was enrolled before would make the few many
        }
        Site site = ground.site();
        ground.settle();
        ground.copyPrograms(List.of("programs_few", "programs_many"));
        int few = options.number("few");
        int many = options.number("many");
        Report.say("  storing %d and %d enrolments".formatted(few, many));
        Stored.fill(ground.database("programs_few"), site, few);
        Stored.fill(ground.database("programs_many"), site, many);
        List<Double> ratios = new ArrayList<>();
        List<Map<String, Object>> rounds = new ArrayList<>();
        try (Aside besideFew = ground.aside("programs_few");
                Aside besideMany = ground.aside("programs_many")) {
            int clients = options.numbers("clients").getFirst();
            Enrolments intoFew =
                    new Enrolments(site.caller(besideFew.url(), "coordinator"), site.women(), site.cohorts());
            Enrolments intoMany =
                    new Enrolments(site.caller(besideMany.url(), "coordinator"), site.women(), site.cohorts());
            intoMany.warmUp(clients, options.seconds("warm-up-s").dividedBy(2));
            intoFew.warmUp(clients, options.seconds("warm-up-s").dividedBy(2));
            few = stored(ground, "programs_few");
            many = stored(ground, "programs_many");
            for (int round = 1; round <= options.number("rounds"); round++) {
                Burst early = round % 2 == 0 ? measured(ground, "programs_many", intoMany, clients, options) : null;
                Burst small = measured(ground, "programs_few", intoFew, clients, options);
                Burst large = early == null ? measured(ground, "programs_many", intoMany, clients, options) : early;
                ratios.add(large.perSecond() / small.perSecond());
                Map<String, Object> told = new LinkedHashMap<>();
                told.put("few", small.perSecond());
                told.put("many", large.perSecond());
                told.put("stolenFew", small.stolen());
                told.put("stolenMany", large.stolen());
                rounds.add(told);
                Report.say("  round %d: %s".formatted(round, told));
            }
        }
        return new Outcome(
                "p6",
                List.of(Line.atLeast(
                        "enrolments/s with %d / with %d stored".formatted(many, few), "", ratios, TO_REACH)),
                Map.of("rounds", rounds, "storedBeforeTheFirst", Map.of("few", few, "many", many)),
                List.of());
    }

    private static int stored(Ground ground, String database) {
        return Integer.parseInt(ground.database(database).text("SELECT count(*) FROM enrollment"));
    }

    private static Burst measured(Ground ground, String database, Enrolments enrolments, int clients, Options options) {
        return Written.checked(ground.database(database), () -> enrolments.run(clients, options.seconds("seconds")));
    }
}
