package mx.trayecto.programs;

import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** What the contract promises for every resource alike. */
@QuarkusTest
@TrayectoTest
class EveryResourceTest {
    @ParameterizedTest
    @EnumSource
    void isMadeReadAndListed(Kind kind) {
        Catalogue catalogue = new Catalogue();
        Response made =
                Caller.post(catalogue.coordinator).body(kind.body(catalogue)).post(kind.path);
        made.then().statusCode(201).header("Location", equalTo(kind.path + "/" + id(made)));

        Response read = Caller.with(catalogue.coordinator).get(kind.path + "/" + id(made));
        read.then().statusCode(200).header("ETag", equalTo(made.header("ETag")));
        assertEquals(made.asString(), read.asString());
        Caller.with(catalogue.coordinator)
                .header("If-None-Match", made.header("ETag"))
                .get(kind.path + "/" + id(made))
                .then()
                .statusCode(304);
        Caller.with(catalogue.coordinator).get(kind.path).then().statusCode(200).body("items.id", hasItem(id(made)));
    }

    @ParameterizedTest
    @EnumSource
    void isPagedWithoutLossOrRepetition(Kind kind) {
        Catalogue catalogue = new Catalogue();
        catalogue.create(kind.path, kind.body(catalogue));
        Response all = Caller.with(catalogue.coordinator).get(kind.path);
        int count = all.jsonPath().getList("items").size();
        String cursor = null;
        for (int page = 0; page < count; page++) {
            var request = Caller.with(catalogue.coordinator).queryParam("limit", 1);
            Response one = (cursor == null ? request : request.queryParam("cursor", cursor)).get(kind.path);
            one.then().statusCode(200).body("items", hasSize(1));
            assertEquals(
                    all.jsonPath().getString("items[" + page + "].id"),
                    one.jsonPath().getString("items[0].id"));
            cursor = one.jsonPath().getString("nextCursor");
        }
        assertEquals(null, cursor);
    }

    @ParameterizedTest
    @EnumSource
    void isMadeOnceHoweverOftenItIsSent(Kind kind) {
        Catalogue catalogue = new Catalogue();
        String key = UUID.randomUUID().toString();
        String body = kind.body(catalogue);
        Response first = Caller.post(catalogue.coordinator, key).body(body).post(kind.path);
        Response again = Caller.post(catalogue.coordinator, key).body(body).post(kind.path);

        again.then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", first.header("Location"))
                .header("ETag", first.header("ETag"));
        assertEquals(first.asString(), again.asString());
        Caller.post(catalogue.coordinator, key)
                .body(kind == Kind.ORGANIZATION ? body.replace("PS", "PX") : Kind.ORGANIZATION.body(catalogue))
                .post(Kind.ORGANIZATION.path)
                .then()
                .statusCode(kind == Kind.ORGANIZATION ? 422 : 201);
        Caller.with(catalogue.coordinator)
                .contentType("application/json")
                .body(body)
                .post(kind.path)
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
    }

    @ParameterizedTest
    @EnumSource
    void isAnothersLikeAbsent(Kind kind) {
        Catalogue catalogue = new Catalogue();
        UUID id = catalogue.create(kind.path, kind.body(catalogue));
        String stranger = Tokens.coordinator(UUID.randomUUID());

        Response foreign = Caller.with(stranger).get(kind.path + "/" + id);
        Response absent = Caller.with(stranger).get(kind.path + "/" + UUID.randomUUID());
        foreign.then().statusCode(404);
        assertEquals(alike(absent), alike(foreign));
        Caller.with(stranger).get(kind.path).then().statusCode(200).body("items", hasSize(0));
        if (kind.patch != null) {
            Response patched = Caller.patch(stranger, "\"v0\"").body(kind.patch).patch(kind.path + "/" + id);
            patched.then().statusCode(404);
            assertEquals(alike(absent), alike(patched));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INSTRUMENT")
    void isChangedOnlyFromTheVersionThatWasRead(Kind kind) {
        Catalogue catalogue = new Catalogue();
        String one = kind.path + "/" + catalogue.create(kind.path, kind.body(catalogue));

        Caller.patch(catalogue.coordinator, "\"v7\"")
                .body(kind.patch)
                .patch(one)
                .then()
                .statusCode(412);
        Caller.with(catalogue.coordinator)
                .contentType("application/merge-patch+json")
                .body(kind.patch)
                .patch(one)
                .then()
                .statusCode(428);
        Response changed =
                Caller.patch(catalogue.coordinator, "\"v0\"").body(kind.patch).patch(one);
        changed.then().statusCode(200).header("ETag", "\"v1\"").body("version", equalTo(1));
        assertEquals(
                changed.asString(), Caller.with(catalogue.coordinator).get(one).asString());
        Caller.patch(catalogue.coordinator, "\"v0\"")
                .body(kind.patch)
                .patch(one)
                .then()
                .statusCode(412);
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatIsNotItsJson(Kind kind) {
        Catalogue catalogue = new Catalogue();
        refused(catalogue, kind, "{", 400, "malformed");
        refused(catalogue, kind, "", 400, "malformed");
        refused(catalogue, kind, "[]", 422, "validation");
        refused(catalogue, kind, "{}", 422, "validation");
        refused(catalogue, kind, kind.body(catalogue).replaceFirst("\\{", "{\"sorpresa\": 1, "), 422, "validation")
                .then()
                .body("errors.pointer", hasItem("/sorpresa"));
        Caller.with(catalogue.coordinator)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/plain")
                .body("hola")
                .post(kind.path)
                .then()
                .statusCode(415);
    }

    @ParameterizedTest
    @EnumSource
    void isMadeOnlyWithItsScope(Kind kind) {
        Catalogue catalogue = new Catalogue();
        for (String token : new String[] {
            Tokens.portal(catalogue.tenant, "jalisco"),
            Tokens.facilitator(catalogue.tenant),
            Tokens.analyst(catalogue.tenant)
        }) {
            Caller.post(token)
                    .body(kind.body(catalogue))
                    .post(kind.path)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("forbidden"));
        }
        Caller.with(Tokens.auditor(catalogue.tenant)).get(kind.path).then().statusCode(403);
        Caller.with("nonsense").get(kind.path).then().statusCode(401);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "ORGANIZATION",
                "MEMBERSHIP",
                "AGREEMENT",
                "TRANSACTION",
                "CENTER",
                "PROGRAM",
                "PATHWAY",
                "INSTRUMENT",
                "SUPPORT",
                "COURSE"
            })
    void isOfTheWholeTenantAndNotChangedFromOneCentre(Kind kind) {
        Catalogue catalogue = new Catalogue();
        String limited = Tokens.coordinator(catalogue.tenant, catalogue.center);
        UUID id = catalogue.create(kind.path, kind.body(catalogue));

        Caller.post(limited).body(kind.body(catalogue)).post(kind.path).then().statusCode(403);
        if (kind.patch != null) {
            Caller.patch(limited, "\"v0\"")
                    .body(kind.patch)
                    .patch(kind.path + "/" + id)
                    .then()
                    .statusCode(403);
        }
        Caller.with(limited).get(kind.path + "/" + id).then().statusCode(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"STAFF", "COHORT", "ACTIVITY"})
    void belongsToItsCentre(Kind kind) {
        Catalogue catalogue = new Catalogue();
        UUID id = catalogue.create(kind.path, kind.body(catalogue));
        String here = Tokens.coordinator(catalogue.tenant, catalogue.center);
        String elsewhere = Tokens.coordinator(catalogue.tenant, catalogue.center("CREA-2"));

        Caller.with(here).get(kind.path + "/" + id).then().statusCode(200);
        Response hidden = Caller.with(elsewhere).get(kind.path + "/" + id);
        hidden.then().statusCode(404);
        assertEquals(alike(Caller.with(elsewhere).get(kind.path + "/" + UUID.randomUUID())), alike(hidden));
        Caller.with(elsewhere).get(kind.path).then().statusCode(200).body("items.id", not(hasItem(id.toString())));
        Caller.patch(elsewhere, "\"v0\"")
                .body(kind.patch)
                .patch(kind.path + "/" + id)
                .then()
                .statusCode(404);
        Caller.post(elsewhere).body(kind.body(catalogue)).post(kind.path).then().statusCode(403);
        Caller.patch(here, "\"v0\"")
                .body(kind.patch)
                .patch(kind.path + "/" + id)
                .then()
                .statusCode(200);
    }

    private static Response refused(Catalogue catalogue, Kind kind, String body, int status, String code) {
        Response answer = Caller.post(catalogue.coordinator).body(body).post(kind.path);
        answer.then().statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
        return answer;
    }

    private static String id(Response made) {
        return made.jsonPath().getString("id");
    }

    /** An answer without what differs from request to request: its address and its trace. */
    private static String alike(Response answer) {
        return answer.statusCode() + answer.asString().replaceAll("\"(instance|traceId)\":\"[^\"]*\"", "");
    }
}
