package mx.trayecto.programs.center;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import mx.trayecto.platform.text.Text;

/** Assets of one kind that a centre was given, such as laptops. */
record Equipment(
        @NotNull @Text(max = 120) String kind,
        @NotNull @Min(1) @Max(100_000) Integer quantity) {}
