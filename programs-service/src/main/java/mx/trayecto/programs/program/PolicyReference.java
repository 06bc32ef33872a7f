package mx.trayecto.programs.program;

import jakarta.validation.constraints.NotNull;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.programs.field.Code;

/**
 * What a programme contributes to.
 *
 * @param code the target's own code in its vocabulary, such as {@code 5.5} of the SDG
 */
record PolicyReference(
        @NotNull Vocabulary vocabulary, @NotNull @Code String code) {

    /** Whose code it is. */
    enum Vocabulary {
        /** A target of the Sustainable Development Goals. */
        @JsonProperty("sdg")
        SDG,
        /** An outcome of the owner's strategic plan. */
        @JsonProperty("strategic-plan")
        STRATEGIC_PLAN,
        /** An objective of a national or state development plan. */
        @JsonProperty("development-plan")
        DEVELOPMENT_PLAN
    }
}
