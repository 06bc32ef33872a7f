package mx.trayecto.programs;

import java.util.UUID;

import io.restassured.response.Response;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Tokens;

/** What a tenant's programmes are made of, set up through the API as a coordinator would. */
public final class Catalogue {
    /** What a member of staff was trained in. */
    public static final String TRAINING = """
            {"kind": "training", "title": {"es": "Perspectiva de género"}, "on": "2024-09-06", "hours": 20}""";

    public final UUID tenant = UUID.randomUUID();
    public final String coordinator = Tokens.coordinator(tenant);
    public final UUID organization;
    public final UUID agreement;
    public final UUID center;
    public final UUID program;
    public final UUID pathway;

    /** One of each, as in SCE Jalisco 2024. */
    public Catalogue() {
        organization = create("/v1/organizations", """
                {"name": {"es": "Secretaría de Igualdad Sustantiva", "en": "Secretariat of Equality"},
                 "acronym": "SISEMH", "kind": "state-mechanism", "state": "14"}""");
        agreement = create("/v1/agreements", """
                {"number": "00111079", "title": {"es": "SCE Jalisco 2024"},
                 "parties": [{"organization": "%s", "role": "funding"}, {"organization": "%s", "role": "implementing"}],
                 "startsOn": "2024-06-03", "endsOn": "2024-11-30",
                 "amounts": [{"amount": "1600000.00", "currency": "MXN"}, {"amount": "88008.80", "currency": "USD"}]}""".formatted(organization, organization));
        center = center("CREA");
        program = create("/v1/programs", program("SCE", organization));
        pathway = create("/v1/pathways", pathway(program));
    }

    public UUID center(String code) {
        return create("/v1/centers", """
                {"code": "%s", "name": "Centro %s", "organization": "%s", "agreement": "%s", "state": "14",
                 "municipality": "14039", "openedOn": "2024-07-01",
                 "equipment": [{"kind": "Computadoras", "quantity": 20}]}""".formatted(code, code, organization, agreement));
    }

    public static String program(String code, UUID owner) {
        return """
                {"code": "%s", "title": {"es": "Segunda Oportunidad", "en": "Second Chance"}, "owner": "%s",
                 "audience": "women", "lawfulBasis": "Ley Orgánica del Poder Ejecutivo del Estado de Jalisco, art. 27",
                 "policyReferences": [{"vocabulary": "sdg", "code": "5.5"}]}""".formatted(code, owner);
    }

    /** Five modules in one phase, the last one optional. */
    public static String pathway(UUID program) {
        return """
                {"program": "%s", "title": {"es": "Ruta de cinco módulos"},
                 "phases": [{"code": "formacion", "title": {"es": "Formación"}, "modules": [
                   {"code": "M1", "title": {"es": "Alfabetización digital", "en": "Digital literacy"}, "hours": 20, "modality": "mixed", "externalCourseId": "edapp-1"},
                   {"code": "M2", "title": {"es": "Desarrollo humano"}, "hours": 16, "modality": "on-site"},
                   {"code": "M3", "title": {"es": "Educación financiera"}, "hours": 12.5, "modality": "on-site"},
                   {"code": "M4", "title": {"es": "Empleabilidad"}, "hours": 8, "modality": "on-site"},
                   {"code": "M5", "title": {"es": "Emprendimiento"}, "hours": 8, "modality": "online", "required": false}]}],
                 "criteria": {"validFrom": "2024-01-01", "minimumAttendancePercent": 80, "instruments": ["entry", "exit"]}}""".formatted(program);
    }

    public String cohort(String code, int capacity) {
        return cohort(code, center, capacity);
    }

    public String cohort(String code, UUID at, int capacity) {
        return """
                {"code": "%s", "program": "%s", "pathway": "%s", "center": "%s", "agreement": "%s",
                 "startsOn": "2024-06-10", "endsOn": "2024-10-11", "capacity": %d}""".formatted(code, program, pathway, at, agreement, capacity);
    }

    public UUID create(String path, String body) {
        return create(coordinator, path, body);
    }

    /** Makes a resource and gives its id. */
    public static UUID create(String token, String path, String body) {
        Response made = Caller.post(token).body(body).post(path);
        if (made.statusCode() != 201) {
            throw new AssertionError(path + " answered " + made.statusCode() + " " + made.asString());
        }
        return UUID.fromString(made.jsonPath().getString("id"));
    }
}
