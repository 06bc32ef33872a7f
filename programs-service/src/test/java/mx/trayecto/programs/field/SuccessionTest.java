package mx.trayecto.programs.field;

import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Catalogue;
import mx.trayecto.programs.Kind;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** A key in the federal budget outlives a renaming, and goes over to what takes the place of its programme or agreement. */
@QuarkusTest
@TrayectoTest
class SuccessionTest {
    private Catalogue catalogue;

    @BeforeEach
    void begin() {
        catalogue = new Catalogue();
    }

    /** One of a kind under a key, or under none; {@code code} tells it from the others. */
    private UUID one(Kind kind, String code, String more) {
        String body = kind == Kind.PROGRAM
                ? Catalogue.program(code, catalogue.organization)
                : kind.body(catalogue).replace("00222", code).replace("\"budgetKey\": \"S010\",", "");
        return catalogue.create(kind.path, body.replaceFirst("\\{", "{" + more + ", "));
    }

    private ValidatableResponse change(Kind kind, UUID id, String patch) {
        String path = kind.path + "/" + id;
        return Caller.patch(
                        catalogue.coordinator,
                        Caller.with(catalogue.coordinator).get(path).header("ETag"))
                .body(patch)
                .patch(path)
                .then();
    }

    private ValidatableResponse read(String path) {
        return Caller.with(catalogue.coordinator).get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"PROGRAM", "AGREEMENT"})
    void goesOnUnderTheKeyOfWhatItTakesThePlaceOf(Kind kind) {
        UUID first = one(kind, "PFTPG", "\"budgetKey\": \"S010\"");
        change(kind, first, "{\"title\": {\"es\": \"Con otro nombre\"}}")
                .statusCode(200)
                .body("budgetKey", equalTo("S010"));
        UUID second = one(kind, "PROABIM", "\"succeeds\": \"" + first + "\"");
        UUID third = one(kind, "PROABIM-2", "\"succeeds\": \"" + second + "\"");
        UUID under = one(kind, "FOBAM", "\"budgetKey\": \"S011\", \"succeeds\": \"" + first + "\"");
        read(kind.path + "/" + third).body("budgetKey", equalTo("S010"), "succeeds", equalTo(second.toString()));
        read(kind.path + "?budgetKey=S010")
                .body("items.id", contains(first.toString(), second.toString(), third.toString()));
        read(kind.path + "?budgetKey=S011").body("items.id", contains(under.toString()));
        read(kind.path + "?budgetKey=S012").body("items", hasSize(0));
    }

    @ParameterizedTest
    @EnumSource(names = {"PROGRAM", "AGREEMENT"})
    void takesTheKeyOverOnceItIsSaidWhosePlaceItTakesAndMayHaveNone(Kind kind) {
        UUID first = one(kind, "PFTPG", "\"budgetKey\": \"S010\"");
        UUID second = one(kind, "PROABIM", "\"budgetKey\": null");
        read(kind.path + "/" + second).body("budgetKey", nullValue());
        change(kind, second, "{\"succeeds\": \"" + first + "\"}")
                .statusCode(200)
                .body("budgetKey", equalTo("S010"));
        change(kind, second, "{\"budgetKey\": null}").statusCode(200).body("budgetKey", nullValue());
        change(kind, first, "{\"succeeds\": \"" + second + "\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/succeeds"), "errors.code", contains("succession-cycle"));
        change(kind, first, "{\"succeeds\": \"" + first + "\"}")
                .statusCode(422)
                .body("errors.code", contains("succession-cycle"));
        change(kind, first, "{\"succeeds\": \"" + new Catalogue().agreement + "\"}")
                .statusCode(422)
                .body("errors.code", contains("unknown-reference"));
    }
}
