package mx.trayecto.local;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

import mx.trayecto.local.Reading.Difference;
import mx.trayecto.local.Reading.Found;

/**
 * {@code reconcile}: holds what every service has applied of the others' events against what those have written. With
 * {@code --repair} producers that were restored tell how things stand, and what is void is taken back everywhere.
 * Status 1 while anything differs. Lists twenty of a kind, with {@code --all} every one.
 */
record ReconcileCommand(CommandLine line, Home home, PortTable ports) {

    static final List<PartName> SERVICES = List.of(PartName.PARTICIPANTS, PartName.PROGRAMS, PartName.INDICATORS);

    private static final int SHOWN = 20;

    /** What is on its way arrives within moments; what a repair told, once everybody has read it. */
    private static final Duration ARRIVING = Duration.ofSeconds(5);

    private static final Duration REPAIRING = Duration.ofSeconds(120);

    private static final String WOMEN_LOST = """
              These women are not registered any more. Who they were is lost with the backup's younger rows: a person has to
              register them again. Their enrolments stay in programs and count with their traits not stated; to find them:
              GET /v1/enrollments?participant=<id>, to end one: POST /v1/enrollments/<id>/withdrawal.""";
    private static final String APPLICATIONS_LOST = """
              These applications are not known any more. Those not decided yet are dropped; for one that was decided the
              enrolment stays, and a person decides about it: GET /v1/enrollments?cohort=<id>.""";

    int execute() {
        var repair = line.has("repair");
        var unread = unread(repair ? REPAIRING : ARRIVING);
        var until = Instant.now().plus(repair ? REPAIRING : ARRIVING);
        var first = readings(repair).stream().map(Reading::compare).toList();
        var last = first;
        // only what the producer still has can come by itself
        while (!same(last) && (repair || mayArrive(last)) && Instant.now().isBefore(until)) {
            Daemon.pause();
            last = readings(false).stream().map(Reading::compare).toList();
        }
        tell(repair ? first : last);
        if (repair && first.stream().anyMatch(found -> found.repaired() > 0)) {
            Terminal.say("Repaired. After it:");
            tell(last);
        }
        unread.forEach(Terminal::say);
        Terminal.say(
                !same(last)
                        ? "There are differences: see above, and ./suite redrive for parked."
                        : unread.isEmpty() ? "Nothing differs." : "Nothing differs so far.");
        return same(last) && unread.isEmpty() ? 0 : 1;
    }

    /** Who is late may still apply what is void, and nothing shows it before: that is waited for. */
    private List<String> unread(Duration atMost) {
        var token = Operations.token(home, "reconcile");
        var until = Instant.now().plus(atMost);
        var told = new ArrayList<String>();
        for (var service : SERVICES) {
            var left = Math.max(0, Duration.between(Instant.now(), until).toSeconds());
            new Operations(service, ports.of(service), token)
                    .get("/internal/positions/unread?within=" + left)
                    .path("topics")
                    .forEach(topic -> told.add("%s has not read all of %s yet: reconcile again once it has."
                            .formatted(service, topic.asText())));
        }
        return told;
    }

    private List<Reading> readings(boolean repair) {
        var token = Operations.token(home, "reconcile");
        var producers = new HashMap<String, Operations>();
        var applied = new HashMap<Operations, List<String>>();
        for (var service : SERVICES) {
            var operations = new Operations(service, ports.of(service), token);
            var topics = operations.get("/internal/positions");
            topics.path("published").forEach(topic -> producers.put(topic.asText(), operations));
            var read = new ArrayList<String>();
            topics.path("applied").forEach(topic -> read.add(topic.asText()));
            applied.put(operations, read);
        }
        var readings = new ArrayList<Reading>();
        applied.forEach((consumer, topics) -> topics.stream()
                .filter(producers::containsKey)
                .forEach(topic -> readings.add(new Reading(topic, producers.get(topic), consumer, repair))));
        readings.sort(Comparator.comparing(Reading::topic)
                .thenComparing(reading -> reading.consumer().service()));
        return readings;
    }

    private static boolean same(List<Found> all) {
        return all.stream().allMatch(Found::same);
    }

    private static boolean mayArrive(List<Found> all) {
        return all.stream()
                .allMatch(found -> found.count(Difference.AHEAD) == 0 && found.count(Difference.UNKNOWN) == 0);
    }

    private void tell(List<Found> all) {
        var row = "%-26s %-13s %8s %7s %7s %8s %8s";
        Terminal.say(row.formatted("topic", "held by", "held", "ahead", "behind", "unknown", "missing"));
        all.forEach(found -> Terminal.say(row.formatted(
                found.topic(),
                found.consumer(),
                found.held(),
                found.count(Difference.AHEAD),
                found.count(Difference.BEHIND),
                found.count(Difference.UNKNOWN),
                found.count(Difference.MISSING))));
        all.forEach(found -> found.differing().forEach((kind, differing) -> list(found, kind, differing)));
        advise(all, "trayecto.participants.v1", WOMEN_LOST);
        advise(all, "trayecto.applications.v1", APPLICATIONS_LOST);
    }

    private void list(Found found, Difference kind, List<String> differing) {
        if (!differing.isEmpty()) {
            Terminal.say(
                    "%s of %s in %s:".formatted(kind.name().toLowerCase(Locale.ROOT), found.topic(), found.consumer()));
            var shown = line.has("all") ? differing.size() : SHOWN;
            differing.stream().limit(shown).forEach(each -> Terminal.say("  " + each));
            if (differing.size() > shown) {
                Terminal.say("  and %d more (--all)".formatted(differing.size() - shown));
            }
        }
    }

    private static void advise(List<Found> all, String topic, String advice) {
        if (all.stream().anyMatch(found -> found.topic().equals(topic) && found.count(Difference.UNKNOWN) > 0)) {
            Terminal.say(advice);
        }
    }
}
