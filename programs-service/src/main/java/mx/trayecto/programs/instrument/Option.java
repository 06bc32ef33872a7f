package mx.trayecto.programs.instrument;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** One of the answers that a question offers. */
record Option(
        @NotNull @Pattern(regexp = Question.CODE, message = Question.CODE_MESSAGE)
        String code,

        @NotNull @Valid Wording text) {}
