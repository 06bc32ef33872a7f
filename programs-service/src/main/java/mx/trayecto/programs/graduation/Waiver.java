package mx.trayecto.programs.graduation;

import jakarta.validation.constraints.NotNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.problem.Codes;
import mx.trayecto.programs.field.Code;
import mx.trayecto.programs.instrument.InstrumentKind;

/**
 * Something of the criteria that she need not meet.
 *
 * @param module its code; with {@code module} alone
 * @param instrument with {@code instrument} alone
 */
@Schema(name = "GraduationWaiver")
record Waiver(@NotNull Requirement requirement, @Code String module, InstrumentKind instrument) {

    /** What criteria require. */
    @Schema(name = "GraduationRequirement")
    enum Requirement {
        @JsonProperty("module")
        MODULE,
        @JsonProperty("attendance")
        ATTENDANCE,
        @JsonProperty("instrument")
        INSTRUMENT,
        @JsonProperty("follow-ups")
        FOLLOW_UPS
    }

    /** Whether it names what it is of, and nothing else. */
    boolean complete() {
        return (module != null) == (requirement == Requirement.MODULE)
                && (instrument != null) == (requirement == Requirement.INSTRUMENT);
    }

    boolean covers(Missing missing) {
        return missing.code().equals(Codes.of(requirement))
                && (module == null || module.equals(missing.module()))
                && instrument == missing.instrument();
    }
}
