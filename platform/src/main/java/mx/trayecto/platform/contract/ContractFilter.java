package mx.trayecto.platform.contract;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

import mx.trayecto.platform.text.Text;
import mx.trayecto.platform.writes.NotIdempotent;

/**
 * Writes into the contract what holds for every operation alike: the headers of idempotency, concurrency and freshness,
 * and the problems that any operation may answer.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {
    private final IndexView index;

    public ContractFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null) {
            return;
        }
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        PatchBodies.complete(api);
        ImportOperations.complete(api.getPaths());
        api.getComponents().addSchema("Problem", problemSchema());
        boundTexts(api.getComponents().getSchemas());
        api.getComponents().getSchemas().values().forEach(ContractFilter::anchor);
        Schema time = api.getComponents().getSchemas().get("LocalTime");
        if (time != null) {
            time.setExamples(null); // unquoted in YAML, where some readers take it for a number
        }
        Set<String> withoutKey = index.getAnnotations(NotIdempotent.class).stream()
                .map(annotation -> annotation.target().asMethod().name())
                .collect(Collectors.toSet());
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .forEach((method, operation) ->
                                complete(path, method, operation, withoutKey.contains(operation.getOperationId()))));
    }

    /** The limits of {@link Text} are the contract's own; the scanner knows only the standard constraints. */
    private void boundTexts(Map<String, Schema> schemas) {
        for (AnnotationInstance text : index.getAnnotations(Text.class)) {
            if (text.target().kind() != AnnotationTarget.Kind.FIELD) {
                continue;
            }
            FieldInfo field = text.target().asField();
            Schema schema =
                    schemas == null ? null : schemas.get(field.declaringClass().simpleName());
            Schema property = schema == null || schema.getProperties() == null
                    ? null
                    : schema.getProperties().get(field.name());
            if (property != null && property.getMaxLength() == null) {
                property.minLength(1).maxLength(text.value("max").asInt());
            }
        }
    }

    /** In a JSON Schema a pattern may match anywhere; in the code it is the whole value. */
    private static void anchor(Schema schema) {
        if (schema == null) {
            return;
        }
        String pattern = schema.getPattern();
        if (pattern != null && !pattern.startsWith("^")) {
            schema.setPattern("^(?:" + pattern + ")$");
        }
        anchor(schema.getItems());
        Stream.of(schema.getAnyOf(), schema.getAllOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .forEach(ContractFilter::anchor);
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(ContractFilter::anchor);
        }
    }

    /** An annotation that narrows a text leaves out that it is one. */
    private static void typed(Schema schema) {
        if (schema != null
                && schema.getType() == null
                && (schema.getPattern() != null || schema.getFormat() != null || schema.getMaxLength() != null)) {
            schema.setType(List.of(Schema.SchemaType.STRING));
        }
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation, boolean withoutKey) {
        boolean search = withoutKey || path.endsWith("/search");
        boolean ownRecord = path.contains("/by-reference/");
        switch (method) {
            case POST -> {
                if (!search) {
                    header(operation, "Idempotency-Key", true, "New for each request; the same for a retry", key());
                    problems(operation, "400", "409");
                }
                problems(operation, "422", "415");
                if (path.endsWith("/imports")) {
                    problems(operation, "413");
                }
            }
            case PUT, PATCH, DELETE -> {
                if (!ownRecord) {
                    header(operation, "If-Match", true, "ETag of the version that was read", string().maxLength(128));
                    problems(operation, "412", "428");
                }
                problems(operation, "409", "422", "415");
            }
            default -> problems(operation, "400");
        }
        if (method == PathItem.HttpMethod.GET) {
            if (path.endsWith("}")) {
                tell(operation, "ETag", "Version of the resource, for If-Match and If-None-Match", "200");
            }
        } else if (!search) {
            tell(operation, "ETag", "Version of the resource, for If-Match", "200", "201", "202");
            tell(
                    operation,
                    "Trayecto-Position",
                    "Where the write stands in the topics, if events tell of it",
                    "200",
                    "201");
            if (method == PathItem.HttpMethod.POST) {
                tell(
                        operation,
                        "Idempotency-Replayed",
                        "`true` where the request was carried out before",
                        "200",
                        "201",
                        "202");
            }
            tell(operation, "Location", "Where the new resource is", "201");
            tell(operation, "Location", "What tells how far it has come", "202");
            tell(operation, "Location", "What stands in the way, where there is one and the caller may read it", "409");
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> {
                typed(parameter.getSchema());
                anchor(parameter.getSchema());
            });
        }
        header(
                operation,
                "Trayecto-Min-Position",
                false,
                "Wait until these positions are applied, for 5 s at most",
                string().maxLength(20_000));
        if (path.contains("{")) {
            problems(operation, "404");
        }
        problems(operation, "401", "403", "429", "503");
        tell(operation, "Retry-After", "Seconds after which it is worth asking again", "429", "503");
    }

    private static void tell(Operation operation, String name, String description, String... statuses) {
        for (String status : statuses) {
            APIResponse response = operation.getResponses().getAPIResponse(status);
            if (response != null
                    && (response.getHeaders() == null || !response.getHeaders().containsKey(name))) {
                response.addHeader(
                        name, OASFactory.createHeader().description(description).schema(string()));
            }
        }
    }

    private static void header(Operation operation, String name, boolean required, String description, Schema schema) {
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> name.equals(p.getName()))) {
            return;
        }
        operation.addParameter(OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .required(required)
                .description(description)
                .schema(schema));
    }

    private static Schema key() {
        return string().minLength(8).maxLength(128).pattern("^[!-~]*$");
    }

    private static Schema string() {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING));
    }

    private static final Map<String, String> PROBLEMS = Map.ofEntries(
            Map.entry("400", "The request cannot be read"),
            Map.entry("401", "No valid token"),
            Map.entry("403", "The token does not allow it"),
            Map.entry("404", "Absent, or another tenant's"),
            Map.entry("409", "The current state does not allow it"),
            Map.entry("412", "The version is no longer the current one"),
            Map.entry("413", "The body is larger than is taken"),
            Map.entry("415", "Content type not supported"),
            Map.entry("422", "The request contains errors, all told at once"),
            Map.entry("428", "If-Match is missing"),
            Map.entry("429", "Too many requests; see Retry-After"));

    private static void problems(Operation operation, String... statuses) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        for (String status : statuses) {
            APIResponse said = operation.getResponses().getAPIResponse(status);
            if (said == null || said.getContent() == null) {
                operation.getResponses().addAPIResponse(status, problem(status));
            }
        }
    }

    private static APIResponse problem(String status) {
        return OASFactory.createAPIResponse()
                .description(PROBLEMS.getOrDefault(status, "Not available for now; see Retry-After"))
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
    }

    private static Schema problemSchema() {
        Schema error = OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.OBJECT))
                .addProperty("pointer", text("JSON Pointer (RFC 6901) into the body, or the parameter's name"))
                .addProperty("code", text("Which rule"))
                .addProperty("message", text("In the caller's language; never the submitted value"));
        return OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.OBJECT))
                .description("RFC 9457 problem details")
                .addProperty("type", text("Where this kind of problem is described: `/problems/{code}`"))
                .addProperty("title", text("Short title in the caller's language"))
                .addProperty("status", OASFactory.createSchema().type(List.of(Schema.SchemaType.INTEGER)))
                .addProperty("detail", text("What happened here, in the caller's language"))
                .addProperty(
                        "instance",
                        text("This one request, by its trace id; never its path, which may hold what was submitted"))
                .addProperty("code", text("Stable code to branch on"))
                .addProperty("traceId", text("W3C trace id, to name when asking for help"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .type(List.of(Schema.SchemaType.ARRAY))
                                .items(error)
                                .description("Every error found in the request"))
                .required(List.of("type", "title", "status", "code"));
    }

    private static Schema text(String description) {
        return string().description(description);
    }
}
