package mx.trayecto.participants.codelists;

import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.text.Bilingual;

/**
 * A list of codes in one version.
 *
 * @param name how it is asked for
 * @param version raised with every change of a code or a label
 */
public record CodeList(String name, int version, Bilingual title, List<Entry> codes) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A code, and what people read for it. */
    @Schema(name = "CodeListEntry")
    public record Entry(
            String code,

            @Schema(
                    description =
                            "What people read for it; of a language whose English name is not known, the same in both")
            Bilingual label,

            @Schema(description = "What it belongs to within the list, such as the family of a language")
            Bilingual group,

            @Schema(description = "The same language in ISO 639-3, where it is one single language there")
            String iso639) {

        public static Entry of(String code, String es, String en) {
            return new Entry(code, new Bilingual(es, en), null, null);
        }
    }

    /** The list of an enumeration's codes, in their order. */
    public static <E extends Enum<E> & Coded> CodeList of(String name, int version, Bilingual title, Class<E> codes) {
        return new CodeList(
                name,
                version,
                title,
                Arrays.stream(codes.getEnumConstants())
                        .map(code -> new Entry(JSON.convertValue(code, String.class), code.label(), null, null))
                        .toList());
    }
}
