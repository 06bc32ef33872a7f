package mx.trayecto.participants.notices;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.participants.consents.Purpose;
import mx.trayecto.platform.text.Text;

/** What a notice says of one purpose: in Spanish, and in whatever other languages it was put. */
@Schema(description = "What a notice says of one purpose")
record PurposeText(
        @NotNull Purpose purpose,

        @NotNull @Text(max = MOST, free = true) @Schema(description = "In Spanish")
        String es,

        @Text(max = MOST, free = true) @Schema(description = "In English")
        String en,

        @Size(max = 20) @Schema(description = "In other languages, such as indigenous ones; each once")
        List<@NotNull @Valid Translation> otherLanguages) {
    private static final int MOST = 20_000;

    PurposeText {
        otherLanguages = otherLanguages == null ? List.of() : List.copyOf(otherLanguages);
    }

    /** The same in another language. */
    @Schema(name = "NoticeTranslation")
    record Translation(
            @NotNull
            @Pattern(regexp = "^([a-z]{3}|[0-9]{4})$")
            @Schema(description = "ISO 639-3 (three letters) or INALI grouping (four digits)")
            String language,

            @NotNull @Text(max = MOST, free = true) String text) {}
}
