package mx.trayecto.local.demo;

import java.util.List;
import java.util.Map;

import mx.trayecto.local.Json;

import static mx.trayecto.local.Json.bilingual;
import static mx.trayecto.local.demo.Measures.sum;

/** The campaign against violence, from 25 November to 10 December. */
final class SixteenDays {
    private SixteenDays() {}

    /** The headcounts are examples, each of a kind of its own, so that they are told activity by activity. */
    static void run(Scene scene) {
        String campaign = scene.make(
                "activities",
                "campaign",
                Json.of(
                        "kind", "campaign",
                        "audience", "public",
                        "title", bilingual("16 días de activismo contra la violencia de género", "16 days of activism"),
                        "startsOn", "2024-11-25",
                        "endsOn", "2024-12-10"));
        scene.make(
                "activities", "talk", activity("talk", "Charla en escuelas", campaign, "2024-11-27", 120, "at-least"));
        scene.make("activities", "forum", activity("forum", "Foro de clausura", campaign, "2024-12-10", 80, "about"));
        scene.make(
                "activities", "fair", activity("fair", "Feria de otra dependencia", null, "2024-12-06", 500, "about"));
        scene.refused(
                "outside-campaign",
                "/v1/activities",
                activity("talk", "Charla de enero", campaign, "2025-01-08", 10, "exact"));
        Figures figures = scene.figures();
        figures.expect(
                "days",
                scene.read("/v1/activities/" + campaign).path("days").asText(),
                16,
                Figures.PUBLISHED + "; of the campaign, since no measure counts days");
        figures.expect(
                "activities",
                Integer.toString(scene.read("/v1/activities?campaign=" + campaign)
                        .path("items")
                        .size()),
                2,
                Figures.SET_UP + "; of the campaign");
        figures.figure("headcount", "persons", heads(campaign, null))
                .setUp("2024", "about 200")
                .setUp("2024", "month", Map.of("2024-11", "at-least 120", "2024-12", "about 80"));
        figures.figure("headcount-of-talks", "persons", heads(campaign, "talk")).setUp("2024", "at-least 120");
        figures.figure("headcount-of-forums", "persons", heads(campaign, "forum"))
                .setUp("2024", "about 80");
    }

    private static Map<String, Object> heads(String campaign, String kind) {
        return sum("headcount", Json.of("campaign", campaign, "kind", kind));
    }

    private static Map<String, Object> activity(
            String kind, String title, String campaign, String on, int count, String qualifier) {
        return Json.of(
                "kind",
                kind,
                "audience",
                "public",
                "title",
                bilingual(title),
                "campaign",
                campaign,
                "startsOn",
                on,
                "headcounts",
                List.of(Json.of("sex", "all", "count", count, "qualifier", qualifier)));
    }
}
