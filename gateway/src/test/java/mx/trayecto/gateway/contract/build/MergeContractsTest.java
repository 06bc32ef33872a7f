package mx.trayecto.gateway.contract.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import mx.trayecto.gateway.contract.Operation;
import mx.trayecto.gateway.contract.Service;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertThrows;

class MergeContractsTest {
    private static final String PROBLEM = """
            components:
              schemas:
                Problem: {type: object}
            """;

    @TempDir
    Path root;

    @BeforeEach
    void threeEmptyContracts() {
        for (Service service : Service.values()) {
            commit(service, "paths: {}\n" + PROBLEM);
        }
    }

    @Test
    void putsTheContractsTogether() throws IOException {
        commit(Service.PARTICIPANTS, """
                tags: [{name: Participants, description: Otherwise}, {name: people, description: Who}, {name: unused}]
                paths:
                  /v1/participants/{id}:
                    get:
                      operationId: getParticipant
                      tags: [Participants, people]
                      security: [{SecurityScheme: ['participants:read']}]
                      responses: {'200': {description: Here}, '403': {description: Forbidden}, '504': {description: Its own}, '409': {description: Its own}}
                """ + PROBLEM);
        commit(Service.PROGRAMS, """
                paths:
                  /v1/cohorts:
                    post: {operationId: openCohort, requestBody: {}, responses: {'201': {description: Here}}}
                """ + PROBLEM);
        MergedContract merged = merge();
        JsonNode document = merged.document();
        assertThat(
                merged.operations(),
                contains(
                        new Operation(Service.PARTICIPANTS, "GET", "/v1/participants/{id}", false),
                        new Operation(Service.PROGRAMS, "POST", "/v1/cohorts", false)));
        JsonNode get = document.at("/paths/~1v1~1participants~1{id}/get");
        assertThat(get.at("/security/0/bearer/0").asText(), equalTo("participants:read"));
        assertThat(get.at("/responses/409/description").asText(), equalTo("Its own"));
        assertThat(get.at("/responses/504/description").asText(), equalTo("Its own"));
        assertThat(get.at("/responses/403/$ref").asText(), equalTo("#/components/responses/Forbidden"));
        assertThat(get.at("/responses/503/$ref").asText(), equalTo("#/components/responses/ServiceUnavailable"));
        assertThat(get.at("/responses/413").isMissingNode(), equalTo(true));
        JsonNode post = document.at("/paths/~1v1~1cohorts/post");
        assertThat(post.at("/security/0/bearer").isEmpty(), equalTo(true));
        assertThat(post.at("/responses/413/$ref").asText(), equalTo("#/components/responses/TooLarge"));
        assertThat(document.at("/tags").findValuesAsText("name"), contains("Participants", "Contract", "people"));
        assertThat(document.at("/tags/0/description").asText(), containsString("Who takes part"));
    }

    @Test
    void refusesAnAbsentContract() throws IOException {
        Files.delete(file(Service.INDICATORS));
        conflict("expected one committed contract");
    }

    @Test
    void refusesOnePathOfTwoServices() {
        commit(Service.PARTICIPANTS, path("/v1/cohorts/{id}", "a"));
        commit(Service.PROGRAMS, path("/v1/cohorts/{cohort}", "b"));
        conflict("/v1/cohorts/{cohort} is taken by /v1/cohorts/{id}");
    }

    @Test
    void refusesOneResourceOfTwoServices() {
        commit(Service.PARTICIPANTS, path("/v1/cohorts", "a"));
        commit(Service.PROGRAMS, path("/v1/cohorts/{id}", "b"));
        conflict("begins like the paths of participants-service");
    }

    @Test
    void letsEveryServiceHaveItsAudit() {
        commit(Service.PARTICIPANTS, path("/v1/audit/participants", "a"));
        commit(Service.PROGRAMS, path("/v1/audit/programs", "b"));
        assertThat(merge().operations().size(), equalTo(2));
    }

    @Test
    void refusesOneComponentWithTwoContents() {
        commit(Service.PROGRAMS, "components: {schemas: {Problem: {type: object}, Money: {type: object}}}");
        commit(Service.INDICATORS, "components: {schemas: {Problem: {type: object}, Money: {type: string}}}");
        conflict("components/schemas/Money differs");
    }

    @Test
    void refusesOneOperationIdTwice() {
        commit(Service.PROGRAMS, path("/v1/cohorts", "list"));
        commit(Service.INDICATORS, path("/v1/frameworks", "list"));
        conflict("operationId 'list'");
    }

    @Test
    void refusesOneTagWithTwoDescriptions() {
        commit(Service.PROGRAMS, "tags: [{name: audit, description: Of programs}]\n" + PROBLEM);
        commit(Service.INDICATORS, "tags: [{name: audit, description: Of indicators}]\n" + PROBLEM);
        conflict("tag audit");
    }

    @Test
    void refusesAReferenceThatLeadsNowhere() {
        commit(Service.PROGRAMS, "components: {schemas: {Cohort: {$ref: '#/components/schemas/Nothing'}}}");
        conflict("#/components/schemas/Nothing is referred to");
    }

    @Test
    void refusesAPathOutsideTheApi() {
        commit(Service.PROGRAMS, path("/q/health", "health"));
        conflict("/q/health does not stand under /v1");
    }

    @Test
    void refusesToOpenWhatIsNotPublic() {
        commit(Service.PROGRAMS, """
                paths:
                  /v1/credentials/{id}:
                    get: {operationId: verify, security: [], responses: {}}
                  /v1/cohorts:
                    get: {operationId: list, security: [], responses: {}}
                """ + PROBLEM);
        List<String> conflicts =
                assertThrows(ContractConflict.class, this::merge).conflicts();
        assertThat(conflicts, contains(containsString("GET /v1/cohorts would be answered without a token")));
    }

    @Test
    void refusesAnOlderOpenApi() {
        write(Service.PROGRAMS, "openapi: 3.0.3\npaths: {}\n");
        conflict("is not written in OpenAPI 3.1");
    }

    @Test
    void leavesOutWhatNothingRefersTo() {
        commit(Service.PROGRAMS, """
                components:
                  schemas:
                    Inner: {type: string}
                    Outer: {type: object, properties: {inner: {$ref: '#/components/schemas/Inner'}}}
                """);
        assertThat(merge().document().at("/components/schemas/Inner").isMissingNode(), equalTo(true));
        assertThat(merge().document().at("/components/schemas/Outer").isMissingNode(), equalTo(true));
    }

    @Test
    void writesYamlThatEveryReaderTakesForTheSame() throws IOException {
        commit(Service.PROGRAMS, """
                paths:
                  /v1/cohorts:
                    get:
                      operationId: list
                      responses:
                        '200':
                          description: All
                          content:
                            application/json:
                              schema:
                                oneOf: [{$ref: '#/components/schemas/Answer'}, {$ref: '#/components/schemas/Bounded'}]
                components:
                  schemas:
                    Answer: {type: string, enum: ['yes', 'no', 'on', 'null', '~', '2024-06-03', '14', '0x1F', '1.0', '1:30', '=', '- a', 'a: b', 'á # b']}
                    Bounded: {type: object, maxProperties: 12, x-ratio: 0.10}
                """);
        Path yaml = root.resolve("openapi.yaml");
        Path json = root.resolve("openapi.json");
        Documents.writeYaml(merge().document(), yaml);
        Documents.writeJson(merge().document(), json);
        assertThat(Documents.read(yaml), equalTo(Documents.read(json)));
        assertThat(Files.readString(yaml), containsString("- \"2024-06-03\""));
        assertThat(
                new ObjectMapper()
                        .readTree(json.toFile())
                        .at("/components/schemas/Answer/enum/0")
                        .isTextual(),
                equalTo(true));
    }

    private MergedContract merge() {
        try {
            return MergeContracts.merge(Path.of("src/main/openapi/gateway.yaml"), root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void conflict(String expected) {
        assertThat(assertThrows(ContractConflict.class, this::merge).conflicts(), hasItem(containsString(expected)));
    }

    private static String path(String path, String operationId) {
        return "paths:\n  " + path + ":\n    get: {operationId: " + operationId
                + ", responses: {'200': {description: Here}}}\n" + PROBLEM;
    }

    private void commit(Service service, String contract) {
        write(service, "openapi: 3.1.0\n" + contract);
    }

    private void write(Service service, String contract) {
        try {
            Files.createDirectories(file(service).getParent());
            Files.writeString(file(service), contract);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(Service service) {
        return root.resolve(service.module()).resolve("openapi").resolve(service.code() + ".yaml");
    }
}
