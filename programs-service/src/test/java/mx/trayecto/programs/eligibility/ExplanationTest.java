package mx.trayecto.programs.eligibility;

import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

/** Why a programme is not for a woman is told in the reader's language, and no more than may be told. */
@QuarkusTest
@TrayectoTest
class ExplanationTest extends MothersWhoStudy {
    @Test
    void tellsAPortalWhyItsApplicationWasRefused() {
        set(MOTHERS_WHO_STUDY);
        UUID enrollment = UUID.fromString(
                applied(known("\"mother\": false, \"student\": false,")).path("items[0].id"));
        String portal = Tokens.portal(group.tenant, "lapaz");
        told(portal, enrollment, "es-MX")
                .statusCode(200)
                .body("outcome", equalTo("not-eligible"), "ruleVersion", equalTo(1))
                .body("unmet.code", contains("mother", "student"))
                .body("explanation", equalTo("No es elegible: no es madre; no estudia."));
        told(portal, enrollment, "en").body("explanation", equalTo("Not eligible: is not a mother; is not a student."));
        told(Tokens.portal(group.tenant, "nayarit"), enrollment, "en").statusCode(404);
        told(
                        group.token,
                        UUID.fromString(group.enroll(known("\"mother\": true, \"student\": true,"))
                                .path("id")),
                        "en")
                .statusCode(404); // nothing stood in her way
    }

    @Test
    void tellsInEitherLanguageWhyItIsNotForHer() {
        set(MOTHERS_WHO_STUDY.replace(", \"en\": \"is not a student\"", ""));
        UUID woman = known("\"mother\": false, \"student\": false,");
        verdict(woman).body("explanation", equalTo("No es elegible: no es madre; no estudia."));
        Caller.with(group.token)
                .header("Accept-Language", "en-US")
                .get(rule + "/verdicts/" + woman)
                .then()
                .body("explanation", equalTo("Not eligible: is not a mother; no estudia."));
        Caller.post(group.token)
                .header("Accept-Language", "en-US")
                .body("{\"participant\": \"%s\", \"cohort\": \"%s\", \"on\": \"2024-06-10\"}"
                        .formatted(woman, group.cohort))
                .post("/v1/enrollments")
                .then()
                .statusCode(409)
                .body("detail", equalTo("Not eligible: is not a mother; no estudia."))
                .body("errors.message", contains("is not a mother", "no estudia"));
        UUID unknown = known("\"mother\": true,");
        verdict(unknown).body("explanation", equalTo("Lo decide una persona: no estudia (no se sabe)."));
        verdict(known("\"mother\": true, \"student\": true,")).body("explanation", equalTo("Es elegible."));
    }

    /** A decision is explained by what is known of her now; what she took back or a merge hides is not told for its sake. */
    @Test
    void explainsADecisionByWhatMayStillBeTold() {
        set(MOTHERS_WHO_STUDY);
        UUID woman = known("\"mother\": true, \"student\": false,");
        UUID refused = UUID.fromString(applied(woman).path("items[0].id"));
        set("{\"conditions\": []}");
        String portal = Tokens.portal(group.tenant, "lapaz");
        told(portal, refused, "en").body("explanation", equalTo("Not eligible: is not a student."));
        told(woman, 2, "\"mother\": true,"); // she took her consent back
        Eventually.get(
                () -> told(portal, refused, "en").extract().path("explanation"),
                "A person decides: is not a student (not known)."::equals);
        UUID stands = known("\"mother\": false, \"student\": false,");
        verdict(stands).body("outcome", equalTo("eligible")); // by the rule of now, which asks for nothing
        group.told(woman, 3, stands, false);
        told(portal, refused, "en").statusCode(404); // what the other record tells is not the portal's
        told(group.token, refused, "en").body("unmet.code", contains("mother", "student"));
        group.told(stands, 2, null, true);
        group.told(woman, 4, null, true);
        told(group.token, refused, "en").statusCode(404);
    }
}
