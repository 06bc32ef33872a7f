package mx.trayecto.local.demo;

import java.util.List;
import java.util.Map;

import mx.trayecto.local.Json;

import static mx.trayecto.local.demo.DonorRow.row;
import static mx.trayecto.local.demo.Measures.count;
import static mx.trayecto.local.demo.Measures.notApplicable;
import static mx.trayecto.local.demo.Measures.number;
import static mx.trayecto.local.demo.Measures.persons;
import static mx.trayecto.local.demo.Measures.sum;
import static mx.trayecto.local.demo.Measures.text;

/** The results framework of agreement 00111079 as the donor printed it, and how its figures are computed. */
final class DonorTable {
    private DonorTable() {}

    static List<DonorRow> rows(Programme programme, String creaCohort) {
        String agreed = programme.agreement();
        Map<String, Object> agreement = Json.of("agreement", agreed);
        List<String> centersOfJustice =
                List.of(programme.center(SecondChance.CJM_GUADALAJARA), programme.center(SecondChance.CJM_TLAJOMULCO));
        return List.of(
                row("1.1", "Centro de aprendizaje nuevo", "New learning centre", "count", "institutions")
                        .baseline(number(1))
                        .target(number(1))
                        .measure(count("center-opened", "institutions", agreement))
                        .declared(number(2), 200, "Meta rebasada"),
                row("1.2.a", "Mentoría consolidada", "Mentoring consolidated", "milestone", "documents")
                        .baseline(notApplicable())
                        .target(text("Documento", "Document"))
                        .declared(text("Documento", "Document"), 100, "Meta lograda"),
                row(
                                "1.2.b",
                                "Seguimiento individual para que 70 concluyan",
                                "Individual follow-up so that 70 graduate",
                                "count",
                                "persons")
                        .baseline(Json.of("kind", "number", "number", 1016, "cumulative", true))
                        .target(number(70))
                        .measure(persons("graduated", Json.of("cohorts", List.of(creaCohort))))
                        .explanation(
                                "La meta de 70 es de las mujeres de CREA; el avance publicado, 91, suma también los dos CJM.",
                                "The target of 70 is for CREA's women; the published 91 adds the two CJM as well.")
                        .declared(number(91), null, "Meta rebasada"),
                row("1.2.c", "Encuesta de salida acompañada", "Exit survey accompanied", "milestone", "documents")
                        .baseline(notApplicable())
                        .target(notApplicable())
                        .declared(null, 100, "Meta lograda"),
                row("1.2.d", "Asesoría en EdApp", "EdApp advice", "hours", "hours")
                        .baseline(notApplicable())
                        .target(text("4 horas", "4 hours"))
                        .declared(text("4 horas", "4 hours"), 100, "Meta lograda"),
                row(
                                "2.1",
                                "Participantes que concluyen la ruta",
                                "Participants completing the route",
                                "count",
                                "persons")
                        .baseline(notApplicable())
                        .target(number(100))
                        .measure(persons("graduated", agreement))
                        .declared(number(91), 91, "91%"),
                row("3.1.a", "Personas servidoras públicas capacitadas", "Officials trained", "count", "persons")
                        .baseline(notApplicable())
                        .target(number(36))
                        .measure(sum("headcount", Json.of("agreement", agreed, "audience", "officials")))
                        .declared(number(40), 111, "Meta rebasada"),
                row("3.1.b", "Facilitadoras para los CJM", "Facilitators for the CJM", "count", "persons")
                        .baseline(notApplicable())
                        .target(number(6))
                        .measure(persons(
                                "staff",
                                Json.of("agreement", agreed, "kind", "facilitator", "centers", centersOfJustice)))
                        .declared(number(6), 100, "Meta lograda"),
                row("3.1.c", "Capacitación impartida", "Training developed", "hours", "hours")
                        .baseline(notApplicable())
                        .target(text("20 horas", "20 hours"))
                        .declared(text("20 horas", "20 hours"), 100, "Meta lograda"),
                row("4.1", "Metodología en el modelo de CREA", "Methodology in CREA's model", "milestone", "documents")
                        .baseline(notApplicable())
                        .target(text("1 documento", "1 document"))
                        .declared(text("1 documento", "1 document"), 100, "Meta lograda"));
    }
}
