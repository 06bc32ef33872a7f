package mx.trayecto.participants.registry;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import mx.trayecto.participants.curp.CurpMaker;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is told of a person at the front and must stand nowhere else, in whichever form. */
final class Canaries {
    static final String GIVEN = "Quetzalli";
    static final String SURNAME = "Zopiyactle";
    static final String SECOND = "Tlapaltecatzin";
    static final String BORN = "1977-07-07";
    static final String PHONE = "9517346285";
    static final String CURP = CurpMaker.curp(GIVEN, SURNAME, SECOND, LocalDate.parse(BORN), 'M', "OC", 3);
    static final String EMAIL = "canario@example.org";
    static final String LOCALITY = "200670001";
    static final String ADDRESS = "Callejón del Canario";
    static final String MOVED = "Andador Canoro";
    static final String OCCUPATION = "Floristería Canaria";
    static final String HOUSEHOLD = "H-CANARIAS-9";
    static final String SAFE_CONTACT = "Nunca marcar antes del canto";
    static final String GUARDIAN = "Tecuixpotzin";
    static final String GUARDIAN_SURNAME = "Huitzilihuitzin";
    static final String GUARDIAN_PHONE = "9538264719";
    static final String IN_A_FILE = "Nochipapalotl";
    static final String REFUSED_IN_A_FILE = "Citlalmicoatl";
    static final String PHONE_IN_A_FILE = "9584417362";
    static final String ADDRESS_IN_A_FILE = "Privada del Jilguero";
    static final String ASKED = "Quiero saber quién ve mi jaula";
    static final String PROOF = "Credencial con plumas 17";
    static final String ANSWERED = "Contestado con trino";
    static final String EXPLAINED = "La busca el gavilán de siempre";
    static final String CASE = "CI-GAVILAN-77";
    static final String REVIEWED = "Revisado por la calandria";

    private static final List<String> ALL = List.of(
            GIVEN,
            SURNAME,
            SECOND,
            BORN,
            PHONE,
            CURP,
            EMAIL,
            LOCALITY,
            ADDRESS,
            MOVED,
            OCCUPATION,
            HOUSEHOLD,
            SAFE_CONTACT,
            GUARDIAN,
            GUARDIAN_SURNAME,
            GUARDIAN_PHONE,
            IN_A_FILE,
            REFUSED_IN_A_FILE,
            PHONE_IN_A_FILE,
            ADDRESS_IN_A_FILE,
            ASKED,
            PROOF,
            ANSWERED,
            EXPLAINED,
            CASE,
            REVIEWED);

    private Canaries() {}

    /** None of them is in the text: as written, normalised in any way, in hex as a dump writes bytes, or in base64. */
    static void absent(String where, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String canary : ALL) {
            for (String form : forms(canary)) {
                assertFalse(lower.contains(form.toLowerCase(Locale.ROOT)), where + " holds " + canary);
                String hex = HexFormat.of().formatHex(form.getBytes(StandardCharsets.UTF_8));
                assertFalse(lower.contains(hex), where + " holds " + canary + " in hex");
                String base64 =
                        Base64.getEncoder().withoutPadding().encodeToString(form.getBytes(StandardCharsets.UTF_8));
                assertFalse(text.contains(base64), where + " holds " + canary + " in base64");
            }
        }
    }

    private static Set<String> forms(String canary) {
        String plain = Normalizer.normalize(canary, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        Set<String> forms = new LinkedHashSet<>(List.of(canary, plain));
        for (String form : List.of(canary, plain)) {
            forms.add(form.toLowerCase(Locale.ROOT));
            forms.add(form.toUpperCase(Locale.ROOT));
        }
        return forms;
    }

    /** That they are found where they are, or their absence would say nothing. */
    static void present(String text) {
        assertTrue(ALL.stream().anyMatch(text::contains), "holds none");
    }
}
