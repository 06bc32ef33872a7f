package mx.trayecto.bench.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import mx.trayecto.bench.Line;
import mx.trayecto.bench.Options;
import mx.trayecto.bench.Report;
import mx.trayecto.bench.ground.Ground;
import mx.trayecto.bench.ground.Ground.Aside;
import mx.trayecto.bench.ground.Site;
import mx.trayecto.bench.ground.Written;
import mx.trayecto.bench.load.Burst;
import mx.trayecto.bench.load.Enrolments;
import mx.trayecto.local.PartName;

/**
 * Enrolments per second with the relay at work and without one, in turn: the suite's own service, and one beside it on a
 * copy of its database, both started anew and equally warm. Those who read the events are away meanwhile, because they
 * are no part of the relay.
 */
final class RelayCost {
    private static final double TO_REACH = 0.9;

    Line measure(Ground ground, Options options, Map<String, Object> details) {
        Site site = ground.site();
        ground.settle();
        ground.copyPrograms(List.of("programs_silent"));
        List<Double> ratios = new ArrayList<>();
        List<Map<String, Object>> rounds = new ArrayList<>();
        int clients = options.numbers("clients").getFirst();
        try (Aside aside = ground.aside("programs_silent")) {
            ground.stack().stop(PartName.INDICATORS);
            ground.stack().stop(PartName.PARTICIPANTS);
            ground.stack().stop(PartName.GATEWAY);
            ground.stack().start(PartName.GATEWAY);
            Enrolments relayed = new Enrolments(site.coordinator(), site.women(), site.cohorts());
            Enrolments silent = new Enrolments(site.caller(aside.url(), "coordinator"), site.women(), site.cohorts());
            relayed.warmUp(clients, options.seconds("warm-up-s").dividedBy(2));
            silent.warmUp(clients, options.seconds("warm-up-s").dividedBy(2));
            for (int round = 1; round <= options.number("rounds"); round++) {
                Burst early = round % 2 == 0 ? measured(ground, "programs_silent", silent, clients, options) : null;
                Burst on = measured(ground, "programs", relayed, clients, options);
                ground.published("programs");
                Burst off = early == null ? measured(ground, "programs_silent", silent, clients, options) : early;
                ratios.add(on.perSecond() / off.perSecond());
                Map<String, Object> told = new LinkedHashMap<>();
                told.put("relayed", on.perSecond());
                told.put("silent", off.perSecond());
                told.put("stolenRelayed", on.stolen());
                told.put("stolenSilent", off.stolen());
                rounds.add(told);
                Report.say("  relay, round %d: %s".formatted(round, told));
            }
        } finally {
            ground.stack().start(PartName.INDICATORS);
            ground.stack().start(PartName.PARTICIPANTS);
        }
        details.put("relay", rounds);
        return Line.atLeast("enrolments/s with relay / without", "", ratios, TO_REACH);
    }

    private static Burst measured(Ground ground, String database, Enrolments enrolments, int clients, Options options) {
        return Written.checked(ground.database(database), () -> enrolments.run(clients, options.seconds("seconds")));
    }
}
