package mx.trayecto.participants.attributes;

import java.util.stream.IntStream;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The Washington Group short set, each answer from 1 (no difficulty) to 4 (cannot do at all). All six or none. */
@Embeddable
@Schema(description = "Washington Group short set: 1 no difficulty, 2 some, 3 a lot, 4 cannot do at all")
public record Disability(
        @NotNull @Min(1) @Max(4) Integer seeing,
        @NotNull @Min(1) @Max(4) Integer hearing,
        @NotNull @Min(1) @Max(4) Integer walking,
        @NotNull @Min(1) @Max(4) Integer remembering,
        @NotNull @Min(1) @Max(4) @Column(name = "self_care") Integer selfCare,
        @NotNull @Min(1) @Max(4) Integer communicating) {

    /** Disabled, by the Group's own cut-off: at least one answer of 3 or 4. */
    public boolean disabled() {
        return IntStream.of(seeing, hearing, walking, remembering, selfCare, communicating)
                .anyMatch(answer -> answer >= 3);
    }
}
