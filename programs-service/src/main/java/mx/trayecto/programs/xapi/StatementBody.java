package mx.trayecto.programs.xapi;

import java.time.Instant;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A statement as the contract describes it; {@link Statement} reads it, since platforms send far more than this and write
 * their numbers and times as they like.
 *
 * @param id the platform's own; without one it cannot be known again
 * @param timestamp when it happened; now where it is not said
 */
@Schema(
        name = "XapiStatement",
        description = "A statement of xAPI 1.0.3; whatever else stands in it is passed over",
        additionalProperties = Schema.True.class,
        maxProperties = 100)
record StatementBody(
        UUID id,
        @NotNull Actor actor,
        @NotNull Verb verb,
        @NotNull Activity object,
        Result result,
        Instant timestamp) {

    /** Several of them. */
    @Schema(
            name = "XapiStatements",
            description = "Statements of xAPI 1.0.3",
            type = SchemaType.ARRAY,
            implementation = StatementBody.class,
            minItems = 1,
            maxItems = Statement.MOST)
    interface Several {}

    @Schema(name = "XapiActor", additionalProperties = Schema.True.class, maxProperties = 10)
    record Actor(@NotNull Account account) {}

    @Schema(name = "XapiAccount", additionalProperties = Schema.True.class, maxProperties = 10)
    record Account(
            @NotNull @Size(max = 500) @Schema(description = "The id of an enrolment")
            String name) {}

    @Schema(name = "XapiVerb", additionalProperties = Schema.True.class, maxProperties = 10)
    record Verb(
            @NotNull @Size(min = 1, max = 500) @Schema(examples = "http://adlnet.gov/expapi/verbs/completed")
            String id) {}

    @Schema(name = "XapiActivity", additionalProperties = Schema.True.class, maxProperties = 10)
    record Activity(
            @Size(max = 20)
            @Schema(
                    description =
                            "`StatementRef` where the verb is `voided`; else an activity, unless it says otherwise")
            String objectType,

            @Size(max = 500)
            @Schema(
                    description =
                            "The course; required of an activity. The statement that is taken back, of a `StatementRef`")
            String id) {}

    @Schema(name = "XapiResult", additionalProperties = Schema.True.class, maxProperties = 20)
    record Result(Boolean completion, Boolean success) {}
}
