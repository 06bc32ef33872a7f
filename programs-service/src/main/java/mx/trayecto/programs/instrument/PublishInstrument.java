package mx.trayecto.programs.instrument;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import mx.trayecto.programs.field.Code;
import mx.trayecto.programs.field.Distinct;

/**
 * A version of an instrument.
 *
 * @param version its number; with the code unique in the tenant
 */
record PublishInstrument(
        @NotNull @Code String code,
        @NotNull @Min(1) @Max(1000) Integer version,
        @NotNull InstrumentKind kind,
        @Valid Wording title,
        @NotEmpty @Size(max = 300) @Distinct(by = "code") List<@NotNull @Valid Question> questions) {}
