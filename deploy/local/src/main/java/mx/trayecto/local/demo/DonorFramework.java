package mx.trayecto.local.demo;

import java.util.List;
import java.util.Map;

import mx.trayecto.local.Json;
import mx.trayecto.local.demo.Api.Answer;
import mx.trayecto.local.demo.Api.Caller;

import static mx.trayecto.local.Json.bilingual;

/**
 * The donor's framework of agreement 00111079 as an analyst enters it, row by row as it was printed: baseline, target, how
 * each is computed, and what the donor declared, which a reviewer accepts.
 */
final class DonorFramework {
    private final Api api;
    private final Programme programme;
    private final List<DonorRow> rows;
    private String framework;

    DonorFramework(Api api, Programme programme, String creaCohort) {
        this.api = api;
        this.programme = programme;
        rows = DonorTable.rows(programme, creaCohort);
    }

    String id() {
        return framework;
    }

    /** The donor's rows in the order in which they were printed. */
    List<DonorRow> rows() {
        return rows;
    }

    void setUp() {
        api.settle();
        framework = api.post(
                        Caller.ANALYST,
                        "framework/SCE-JAL-2024",
                        "/v1/frameworks",
                        Json.of(
                                "code",
                                "SCE-JAL-2024",
                                "title",
                                bilingual(
                                        "Marco de resultados, convenio 00111079",
                                        "Results framework, agreement 00111079"),
                                "kind",
                                "donor",
                                "agreement",
                                programme.agreement(),
                                "program",
                                programme.program(),
                                "results",
                                List.of(
                                        result("1", "Centros y acompañamiento", "Centres and accompaniment"),
                                        result("2", "Trayectos concluidos", "Routes completed"),
                                        result("3", "Capacidades instaladas", "Capacities installed"),
                                        result("4", "Metodología transferida", "Methodology transferred"))))
                .id();
        rows.forEach(this::enter);
    }

    /** What the donor printed: reported by the analyst, accepted by a second person. */
    private void enter(DonorRow row) {
        String name = "row/" + row.code();
        Answer made = api.post(Caller.ANALYST, name, "/v1/indicators", row.in(framework));
        String path = "/v1/indicators/" + made.id() + "/reported-values";
        Answer reported = api.post(Caller.ANALYST, name + "/declared", path, row.declared());
        api.post(
                Caller.REVIEWER,
                name + "/review",
                path + "/" + reported.id() + "/review",
                Json.of("decision", "accepted"));
    }

    private static Map<String, Object> result(String code, String es, String en) {
        return Json.of("code", code, "level", "output", "title", bilingual(es, en));
    }
}
