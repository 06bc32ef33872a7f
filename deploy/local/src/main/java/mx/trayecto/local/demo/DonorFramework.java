package mx.trayecto.local.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import mx.trayecto.local.demo.Api.Answer;
import mx.trayecto.local.demo.Api.Caller;

import static mx.trayecto.local.demo.Json.bilingual;

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

    String center(String code) {
        return programme.center(code);
    }

    void setUp() {
        api.settle();
        framework = framework(
                "SCE-JAL-2024",
                "Marco de resultados, convenio 00111079",
                "Results framework, agreement 00111079",
                List.of(
                        result("1", "Centros y acompañamiento", "Centres and accompaniment"),
                        result("2", "Trayectos concluidos", "Routes completed"),
                        result("3", "Capacidades instaladas", "Capacities installed"),
                        result("4", "Metodología transferida", "Methodology transferred")));
        rows();
        programmeFigures();
    }

    private void rows() {
        Map<String, Object> agreement = Json.of("agreement", programme.agreement());
        row("1.1", "1", "Centro de aprendizaje nuevo", "New learning centre", "count", "institutions")
                .baseline(number(1))
                .target(number(1))
                .measure(count("center-opened", "institutions", agreement))
                .declared(number(2), 200, "Meta rebasada");
        row("1.2.a", "1", "Mentoría consolidada", "Mentoring consolidated", "milestone", "documents")
                .baseline(notApplicable())
                .target(text("Documento", "Document"))
                .declared(text("Documento", "Document"), 100, "Meta lograda");
        row(
                        "1.2.b",
                        "1",
                        "Seguimiento individual para que 70 concluyan",
                        "Individual follow-up so that 70 graduate",
                        "count",
                        "persons")
                .baseline(Json.of("kind", "number", "number", 1016, "cumulative", true))
                .target(number(70))
                .measure(count("graduated", "persons", Json.of("cohorts", List.of(creaCohort))))
                .explanation(
                        "La meta de 70 es de las mujeres de CREA; el avance publicado, 91, suma también los dos CJM.",
                        "The target of 70 is for CREA's women; the published 91 adds the two CJM as well.")
                .declared(number(91), null, "Meta rebasada");
        row("1.2.c", "1", "Encuesta de salida acompañada", "Exit survey accompanied", "milestone", "documents")
                .baseline(notApplicable())
                .target(notApplicable())
                .declared(null, 100, "Meta lograda");
        row("1.2.d", "1", "Asesoría en EdApp", "EdApp advice", "hours", "hours")
                .baseline(notApplicable())
                .target(text("4 horas", "4 hours"))
                .declared(text("4 horas", "4 hours"), 100, "Meta lograda");
        row("2.1", "2", "Participantes que concluyen la ruta", "Participants completing the route", "count", "persons")
                .baseline(notApplicable())
                .target(number(100))
                .measure(count("graduated", "persons", agreement))
                .declared(number(91), 91, "91%");
        row("3.1.a", "3", "Personas servidoras públicas capacitadas", "Officials trained", "count", "persons")
                .baseline(notApplicable())
                .target(number(36))
                .measure(sum("headcount", Json.of("agreement", programme.agreement(), "audience", "officials")))
                .declared(number(40), 111, "Meta rebasada");
        row("3.1.b", "3", "Facilitadoras para los CJM", "Facilitators for the CJM", "count", "persons")
                .baseline(notApplicable())
                .target(number(6))
                .measure(count(
                        "staff",
                        "persons",
                        Json.of(
                                "agreement", programme.agreement(),
                                "kind", "facilitator",
                                "centers",
                                        List.of(
                                                programme.center(Programme.CJM_GUADALAJARA),
                                                programme.center(Programme.CJM_TLAJOMULCO)))))
                .declared(number(6), 100, "Meta lograda");
        row("3.1.c", "3", "Capacitación impartida", "Training developed", "hours", "hours")
                .baseline(notApplicable())
                .target(text("20 horas", "20 hours"))
                .declared(text("20 horas", "20 hours"), 100, "Meta lograda");
        row("4.1", "4", "Metodología en el modelo de CREA", "Methodology in CREA's model", "milestone", "documents")
                .baseline(notApplicable())
                .target(text("1 documento", "1 document"))
                .declared(text("1 documento", "1 document"), 100, "Meta lograda");
    }

    /** What the programme itself follows; the donor's rows are but a part of it. */
    private void programmeFigures() {
        String own = framework(
                "SCE-SEGUIMIENTO",
                "Seguimiento de Segunda Oportunidad",
                "Monitoring of Second Chance Education",
                List.of(result("S", "Seguimiento", "Monitoring")));
        Map<String, Object> agreement = Json.of("agreement", programme.agreement());
        Map<String, Object> program = Json.of("program", programme.program());
        figure(own, "trained", "Formadas", "count", "persons", count("trained", "persons", agreement));
        figure(own, "graduated", "Graduadas", "count", "persons", count("graduated", "persons", agreement));
        figure(
                own,
                "graduated-total",
                "Graduadas desde el inicio",
                "count",
                "persons",
                count("graduated", "persons", program));
        figure(
                own,
                "mentors",
                "Mentoras",
                "count",
                "persons",
                count("mentored", "persons", Json.of("program", programme.program(), "role", "mentor")));
        figure(
                own,
                "facilitators",
                "Facilitadoras",
                "count",
                "persons",
                count("staff", "persons", Json.of("agreement", programme.agreement(), "kind", "facilitator")));
        figure(
                own,
                "officials",
                "Personas servidoras públicas",
                "count",
                "persons",
                sum("headcount", Json.of("agreement", programme.agreement(), "audience", "officials")));
        figure(
                own,
                "transfer-hours",
                "Horas de transferencia",
                "hours",
                "hours",
                sum("activity-hours", Json.of("agreement", programme.agreement(), "kind", "transfer")));
        figure(
                own,
                "ceremony",
                "Reconocidas el 17 de octubre de 2024",
                "count",
                "persons",
                count(
                        "recognised",
                        "persons",
                        Json.of("program", programme.program(), "from", "2024-10-17", "to", "2024-10-17")));
    }

    private void figure(String own, String code, String title, String kind, String basis, Map<String, Object> measure) {
        figures.put(
                code,
                api.post(
                                Caller.ANALYST,
                                "indicator/" + code,
                                "/v1/indicators",
                                Json.of(
                                        "framework", own,
                                        "result", "S",
                                        "code", code,
                                        "title", bilingual(title, title),
                                        "measureKind", kind,
                                        "countingBasis", basis,
                                        "measure", measure))
                        .id());
    }

    private String framework(String code, String es, String en, List<Map<String, Object>> results) {
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
                                code.equals("SCE-JAL-2024") ? programme.agreement() : null,
                                "program",
                                programme.program(),
                                "results",
                                results))
                .id();
    }

    private static Map<String, Object> result(String code, String es, String en) {
        return Json.of("code", code, "level", "output", "title", bilingual(es, en));
    }

    private Row row(String code, String result, String es, String en, String kind, String basis) {
        return new Row(
                code,
                Json.of(
                        "framework", framework,
                        "result", result,
                        "code", code,
                        "title", bilingual(es, en),
                        "measureKind", kind,
                        "countingBasis", basis));
    }

    /** One row while it is entered. */
    private final class Row {
        private final String code;
        private final Map<String, Object> indicator;

        Row(String code, Map<String, Object> indicator) {
            this.code = code;
            this.indicator = indicator;
        }

        Row baseline(Map<String, Object> statement) {
            indicator.put("baseline", statement);
            return this;
        }

        Row target(Map<String, Object> statement) {
            indicator.put("target", statement);
            return this;
        }

        Row measure(Map<String, Object> measure) {
            indicator.put("measure", measure);
            return this;
        }

        Row explanation(String es, String en) {
            indicator.put("explanation", bilingual(es, en));
            return this;
        }

        /** What the donor printed: reported by the analyst, accepted by a second person. */
        void declared(Map<String, Object> value, Integer percent, String label) {
            Answer made = api.post(Caller.ANALYST, "row/" + code, "/v1/indicators", indicator);
            String path = "/v1/indicators/" + made.id() + "/reported-values";
            Answer reported = api.post(
                    Caller.ANALYST,
                    "row/" + code + "/declared",
                    path,
                    Json.of(
                            "value",
                            value,
                            "percent",
                            percent,
                            "label",
                            bilingual(label, label),
                            "evidence",
                            Json.of("title", "Informe final, convenio 00111079")));
            api.post(
                    Caller.REVIEWER,
                    "row/" + code + "/review",
                    path + "/" + reported.id() + "/review",
                    Json.of("decision", "accepted"));
        }
    }

    private static Map<String, Object> count(String of, String basis, Map<String, Object> where) {
        return Json.of("type", "count", "of", of, "basis", basis, "where", where);
    }

    private static Map<String, Object> sum(String of, Map<String, Object> where) {
        return Json.of("type", "sum", "of", of, "where", where);
    }

    private static Map<String, Object> number(int number) {
        return Json.of("kind", "number", "number", number);
    }

    private static Map<String, Object> text(String es, String en) {
        return Json.of("kind", "text", "text", bilingual(es, en));
    }

    private static Map<String, Object> notApplicable() {
        return Json.of("kind", "notApplicable");
    }
}
