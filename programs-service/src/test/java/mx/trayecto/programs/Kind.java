package mx.trayecto.programs;

import java.util.function.Function;

/** Every kind of resource that programmes are made of: where it is, how one is made, how it is changed. */
public enum Kind {
    ORGANIZATION("organizations", c -> """
            {"name": {"es": "ProSociedad", "en": "ProSociedad"}, "acronym": "PS", "kind": "civil-society",
             "state": "14", "municipality": "14039", "parent": "%s"}""".formatted(c.organization), "{\"acronym\": \"PROS\"}"),
    MEMBERSHIP(
            "memberships",
            c -> """
            {"organization": "%s", "roles": ["coordinator", "analyst"], "centers": ["%s"], "agreements": ["%s"],
             "startsOn": "2024-06-03", "endsOn": "2024-11-30"}""".formatted(c.organization, c.center, c.agreement),
            "{\"roles\": [\"analyst\"], \"endsOn\": null}"),
    STAFF("staff", c -> """
            {"kind": "facilitator", "givenName": "Zoraida", "firstSurname": "Quetzalcóatl", "email": "zoraida@example.org",
             "sex": "female", "organization": "%s", "center": "%s", "agreement": "%s", "startsOn": "2024-06-03", "endsOn": "2024-11-30"}""".formatted(c.organization, c.center, c.agreement), "{\"secondSurname\": \"Nezahual\"}"),
    AGREEMENT("agreements", c -> """
            {"number": "00222", "title": {"es": "Convenio"}, "startsOn": "2024-01-01", "budgetKey": "S010",
             "parties": [{"organization": "%s", "role": "accountable"}],
             "amounts": [{"amount": "10.50", "currency": "MXN"}],
             "documents": [{"title": "Convenio firmado", "reference": "https://example.org/00222.pdf", "sha256": "%s"}]}""".formatted(c.organization, "ab".repeat(32)), "{\"endsOn\": \"2024-12-31\"}"),
    TRANSACTION(
            "transactions",
            c -> """
            {"agreement": "%s", "kind": "disbursement", "reference": "D-1", "on": "2024-06-14",
             "amount": {"amount": "800000.00", "currency": "MXN"}, "provider": "%s", "receiver": "%s",
             "description": {"es": "Primera ministración"},
             "document": {"title": "CLC 118", "reference": "SHP/118/2024", "sha256": "%s"}}""".formatted(c.agreement, c.organization, c.organization, "0f".repeat(32)),
            "{\"amount\": {\"amount\": \"810000.00\", \"currency\": \"MXN\"}}"),
    CENTER("centers", c -> """
            {"code": "CJM-GDL", "name": "Centro de Justicia para las Mujeres", "organization": "%s", "state": "14",
             "municipality": "14039", "timeZone": "America/Mexico_City", "openedOn": "2024-07-01", "confidential": true}""".formatted(c.organization), "{\"closedOn\": \"2025-07-01\"}"),
    PROGRAM("programs", c -> Catalogue.program("FM", c.organization), "{\"audience\": \"anyone\"}"),
    PATHWAY("pathways", c -> Catalogue.pathway(c.program), "{\"title\": {\"es\": \"Otra ruta\"}}"),
    INSTRUMENT("instruments", c -> """
            {"code": "ENTRADA", "version": 1, "kind": "entry", "title": {"es": "Encuesta de entrada"}, "questions": [
              {"code": "ventas", "type": "money", "text": {"es": "¿Cuánto vende por semana?", "en": "Weekly sales?"}},
              {"code": "empleo", "type": "choice", "text": {"es": "¿Tiene empleo?"}, "required": false,
               "options": [{"code": "si", "text": {"es": "Sí"}}, {"code": "no", "text": {"es": "No"}}]},
              {"code": "confianza", "type": "scale", "from": 1, "to": 5, "text": {"es": "¿Qué tanta confianza tiene?"}}]}""", null),
    COURSE(
            "external-courses",
            c -> "{\"course\": \"https://edapp.example/courses/12\", \"program\": \"%s\", \"module\": \"M2\"}"
                    .formatted(c.program),
            "{\"module\": \"M3\"}"),
    SUPPORT(
            "institutional-supports",
            c -> """
            {"organization": "%s", "program": "%s", "agreement": "%s", "kind": "funding", "startsOn": "2023-03-01",
             "endsOn": "2023-12-31", "amount": {"amount": "5250000.00", "currency": "MXN"},
             "document": {"title": "Convenio de coordinación", "reference": "PROABIM/2023/14", "sha256": "%s"}}""".formatted(c.organization, c.program, c.agreement, "1a".repeat(32)),
            "{\"kind\": \"training\", \"amount\": null}"),
    COHORT("cohorts", c -> c.cohort("G1", 30), "{\"capacity\": 25}"),
    ACTIVITY("activities", c -> """
            {"kind": "training", "audience": "officials", "title": {"es": "Formación de servidoras públicas"},
             "organization": "%s", "agreement": "%s", "center": "%s", "startsOn": "2024-09-02", "endsOn": "2024-09-06",
             "hours": 20, "headcounts": [{"sex": "female", "count": 31}, {"sex": "male", "count": 9, "qualifier": "about"}]}""".formatted(c.organization, c.agreement, c.center), "{\"hours\": 21.5}");

    public final String path;
    public final String patch;
    private final Function<Catalogue, String> body;

    Kind(String plural, Function<Catalogue, String> body, String patch) {
        this.path = "/v1/" + plural;
        this.body = body;
        this.patch = patch;
    }

    public String body(Catalogue catalogue) {
        return body.apply(catalogue);
    }
}
