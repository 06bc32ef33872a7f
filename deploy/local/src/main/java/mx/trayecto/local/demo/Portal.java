package mx.trayecto.local.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.local.Json;
import mx.trayecto.local.demo.Api.Caller;

/**
 * The state's portal: women apply through it, and one list tells what became of them all. A run that finds them there
 * does not ask for each again, only for the first of a cohort, whose request has to find her application.
 */
final class Portal {
    static final String SOURCE = "portal-jalisco";

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Set<String> UNDECIDED = Set.of("submitted", "applied");

    private final Api api;
    private final Progress progress;
    private final Set<String> earlier;
    private final Set<String> applied = new HashSet<>();

    Portal(Api api, Progress progress) {
        this.api = api;
        this.progress = progress;
        earlier = Set.copyOf(statuses().keySet());
    }

    void apply(Plan plan, String cohort, String center) {
        List<Woman> women = plan.applicants();
        List<Woman> asking = women.stream()
                .filter(woman -> woman == women.getFirst() || !earlier.contains(woman.externalId()))
                .toList();
        api.listed(women.size() - asking.size());
        progress.each(
                asking.size() == 1 && earlier.contains(women.getFirst().externalId())
                        ? "applications asked for again"
                        : "applications",
                asking,
                woman -> apply(woman, plan, cohort, center));
        women.forEach(woman -> applied.add(woman.externalId()));
    }

    private String apply(Woman woman, Plan plan, String cohort, String center) {
        return api.post(
                        Caller.PORTAL,
                        "application/" + woman.externalId(),
                        "/v1/applications",
                        Json.of(
                                "participant", woman.registration(center),
                                "cohort", cohort,
                                "reference", Json.of("sourceSystem", SOURCE, "externalId", woman.externalId()),
                                "consents",
                                        List.of(Json.of(
                                                "purpose", "contact",
                                                "noticeVersion", "2024-1",
                                                "channel", "portal",
                                                "granted", true)),
                                "on", plan.startsOn().toString()))
                .id();
    }

    /** Looks at the portal's whole list, until every application has become an enrolment. */
    void awaitDecisions() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Set<String> open = new HashSet<>(applied);
            statuses().forEach((woman, status) -> {
                if (status.equals("enrolled")) {
                    open.remove(woman);
                } else if (applied.contains(woman) && !UNDECIDED.contains(status)) {
                    throw new DemoFailure("the application of %s became %s".formatted(woman, status));
                }
            });
            if (open.isEmpty()) {
                progress.step("%d applications, every one decided".formatted(applied.size()));
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new DemoFailure("%d applications were not decided within a minute".formatted(open.size()));
            }
            Api.pause(200);
        }
    }

    /** By external id; one application each, or something was made twice. */
    private Map<String, String> statuses() {
        Map<String, String> statuses = new HashMap<>();
        for (JsonNode application : api.list(Caller.PORTAL, "/v1/applications")) {
            JsonNode reference = application.path("reference");
            String woman = reference.path("externalId").asText();
            if (reference.path("sourceSystem").asText().equals(SOURCE)
                    && statuses.put(woman, application.path("status").asText()) != null) {
                throw new DemoFailure("two applications have the reference " + woman);
            }
        }
        return statuses;
    }
}
