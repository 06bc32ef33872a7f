package mx.trayecto.indicators.framework;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.text.Bilingual;

/**
 * One result of a framework's tree.
 *
 * @param code unique in the framework: {@code 1}, {@code 1.2}, {@code A1.1}
 * @param children results that lead to this one
 */
@Schema(name = "FrameworkResult", description = "One result of the tree; its code is unique in the framework")
record Result(
        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,31}", message = "{mx.trayecto.indicators.code}")
        String code,

        @NotNull Level level,
        @NotNull @Valid Bilingual title,
        @Size(max = 100) List<@NotNull @Valid Result> children) {}
