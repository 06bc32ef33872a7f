package mx.trayecto.indicators.framework;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.text.Bilingual;

/** What a framework is to be. */
@Schema(description = "A results framework of an agreement or a programme, or of neither")
record WriteFramework(
        @NotNull
        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}", message = "{mx.trayecto.indicators.framework-code}")
        String code,

        @NotNull @Valid Bilingual title,
        @NotNull Kind kind,
        UUID agreement,
        UUID program,
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Result> results) {}
