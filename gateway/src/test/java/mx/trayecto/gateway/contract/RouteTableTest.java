package mx.trayecto.gateway.contract;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

class RouteTableTest {
    private final RouteTable routes = table(
            "participants GET /v1/participants token",
            "participants GET /v1/participants/{id} token",
            "participants PATCH /v1/participants/{id} token",
            "participants POST /v1/participants/search token",
            "participants GET /v1/participants/by-reference/{system}/{external} token",
            "participants GET /v1/participants/{id}/consents/{consent} token",
            "indicators GET /v1/published/releases open");

    @Test
    void findsTheOperationOfAPath() {
        Operation operation = routes.find("/v1/participants/7").of("PATCH");
        assertThat(operation.template(), equalTo("/v1/participants/{id}"));
        assertThat(operation.service(), equalTo(Service.PARTICIPANTS));
        assertThat(routes.find("/v1/published/releases").of("GET").open(), equalTo(true));
    }

    @Test
    void goesBackWhereAWrittenOutSegmentLeadsNowhere() {
        assertThat(
                template("/v1/participants/by-reference/consents/3"),
                equalTo("/v1/participants/by-reference/{system}/{external}"));
        assertThat(template("/v1/participants/search/consents/3"), equalTo("/v1/participants/{id}/consents/{consent}"));
    }

    @Test
    void findsNothingElse() {
        for (String path : List.of(
                "",
                "/",
                "v1/participants",
                "/v1",
                "/v1/participants/",
                "/v1/Participants",
                "/v1/participants/7/",
                "/v1/participants//consents/3",
                "/v1/participants/../consents/3",
                "/v1/participants/%2E%2e/consents/3")) {
            assertThat(path, routes.find(path), nullValue());
        }
        assertThat(routes.find("/v1/participants/search").of("DELETE"), nullValue());
        assertThat(routes.find("/v1/participants/...").of("GET"), notNullValue());
    }

    @Test
    void refusesOnePathWrittenInTwoWays() {
        assertThrows(
                IllegalStateException.class,
                () -> table("programs GET /v1/cohorts/{id} token", "programs PUT /v1/cohorts/{cohort} token"));
        assertThrows(
                IllegalStateException.class,
                () -> table("programs GET /v1/cohorts/{id} token", "programs GET /v1/cohorts/{id} token"));
    }

    @Test
    void knowsWhatReadsAndWhatImports() {
        assertThat(operation("participants POST /v1/participants/search token").isRead(), equalTo(true));
        assertThat(operation("participants POST /v1/participants token").isRead(), equalTo(false));
        assertThat(operation("participants POST /v1/participants/imports token").isImport(), equalTo(true));
        assertThat(operation("participants GET /v1/participants/imports token").isImport(), equalTo(false));
    }

    private String template(String path) {
        return routes.find(path).of("GET").template();
    }

    private static Operation operation(String line) {
        Operation operation = Operation.of(line);
        assertThat(operation.line(), equalTo(line));
        return operation;
    }

    private static RouteTable table(String... lines) {
        return new RouteTable(Stream.of(lines).map(Operation::of).toList());
    }
}
