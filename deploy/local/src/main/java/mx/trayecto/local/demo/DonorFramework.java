package mx.trayecto.local.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import mx.trayecto.local.Json;
import mx.trayecto.local.demo.Api.Answer;
import mx.trayecto.local.demo.Api.Caller;

import static mx.trayecto.local.Json.bilingual;
import static mx.trayecto.local.demo.Measures.persons;
import static mx.trayecto.local.demo.Measures.sum;

/**
 * The donor's framework of agreement 00111079 as an analyst enters it, row by row as it was printed: baseline, target, how
 * each is computed, and what the donor declared, which a reviewer accepts. Beside it the programme's own figures.
 */
final class DonorFramework {
    private final Api api;
    private final Programme programme;
    private final String creaCohort;
    private String framework;
    private final Map<String, String> figures = new LinkedHashMap<>();

    DonorFramework(Api api, Programme programme, String creaCohort) {
        this.api = api;
        this.programme = programme;
        this.creaCohort = creaCohort;
    }

    String id() {
        return framework;
    }

    /** The programme's own indicators by name. */
    Map<String, String> figures() {
        return figures;
    }

    void setUp() {
        api.settle();
        framework = framework(
                "SCE-JAL-2024",
                "Marco de resultados, convenio 00111079",
                "Results framework, agreement 00111079",
                programme.agreement(),
                List.of(
                        result("1", "Centros y acompañamiento", "Centres and accompaniment"),
                        result("2", "Trayectos concluidos", "Routes completed"),
                        result("3", "Capacidades instaladas", "Capacities installed"),
                        result("4", "Metodología transferida", "Methodology transferred")));
        DonorTable.rows(programme, creaCohort).forEach(this::enter);
        programmeFigures();
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

    /** What the programme itself follows; the donor's rows are but a part of it. */
    private void programmeFigures() {
        String own = framework(
                "SCE-SEGUIMIENTO",
                "Seguimiento de Segunda Oportunidad",
                "Monitoring of Second Chance Education",
                null,
                List.of(result("S", "Seguimiento", "Monitoring")));
        String agreed = programme.agreement();
        Map<String, Object> agreement = Json.of("agreement", agreed);
        Map<String, Object> program = Json.of("program", programme.program());
        figure(own, "trained", "Formadas", "Trained", "persons", persons("trained", agreement));
        figure(own, "graduated", "Graduadas", "Graduated", "persons", persons("graduated", agreement));
        figure(
                own,
                "graduated-total",
                "Graduadas desde el inicio",
                "Graduated since the start",
                "persons",
                persons("graduated", program));
        figure(
                own,
                "mentors",
                "Mentoras",
                "Mentors",
                "persons",
                persons("mentored", Json.of("program", programme.program(), "role", "mentor")));
        figure(
                own,
                "facilitators",
                "Facilitadoras",
                "Facilitators",
                "persons",
                persons("staff", Json.of("agreement", agreed, "kind", "facilitator")));
        figure(
                own,
                "officials",
                "Personas servidoras públicas",
                "Officials",
                "persons",
                sum("headcount", Json.of("agreement", agreed, "audience", "officials")));
        figure(
                own,
                "transfer-hours",
                "Horas de transferencia",
                "Hours of transfer",
                "hours",
                sum("activity-hours", Json.of("agreement", agreed, "kind", "transfer")));
        figure(
                own,
                "ceremony",
                "Reconocidas el 17 de octubre de 2024",
                "Recognised on 17 October 2024",
                "persons",
                persons(
                        "recognised",
                        Json.of("program", programme.program(), "from", "2024-10-17", "to", "2024-10-17")));
    }

    private void figure(String own, String code, String es, String en, String basis, Map<String, Object> measure) {
        Answer made = api.post(
                Caller.ANALYST,
                "indicator/" + code,
                "/v1/indicators",
                Json.of(
                        "framework",
                        own,
                        "result",
                        "S",
                        "code",
                        code,
                        "title",
                        bilingual(es, en),
                        "measureKind",
                        basis.equals("hours") ? "hours" : "count",
                        "countingBasis",
                        basis,
                        "measure",
                        measure));
        figures.put(code, made.id());
    }

    private String framework(String code, String es, String en, String agreement, List<Map<String, Object>> results) {
        return api.post(
                        Caller.ANALYST,
                        "framework/" + code,
                        "/v1/frameworks",
                        Json.of(
                                "code",
                                code,
                                "title",
                                bilingual(es, en),
                                "kind",
                                "donor",
                                "agreement",
                                agreement,
                                "program",
                                programme.program(),
                                "results",
                                results))
                .id();
    }

    private static Map<String, Object> result(String code, String es, String en) {
        return Json.of("code", code, "level", "output", "title", bilingual(es, en));
    }
}
