package mx.trayecto.participants.arco;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

import com.fasterxml.jackson.databind.ObjectMapper;

import mx.trayecto.participants.attributes.Barrier;
import mx.trayecto.participants.attributes.CivilStatus;
import mx.trayecto.participants.attributes.Gender;
import mx.trayecto.participants.attributes.IncomeActivity;
import mx.trayecto.participants.attributes.Migration;
import mx.trayecto.participants.attributes.Relationship;
import mx.trayecto.participants.attributes.Schooling;
import mx.trayecto.participants.attributes.SelfIdentification;
import mx.trayecto.participants.consents.Purpose;
import mx.trayecto.participants.geography.State;
import mx.trayecto.platform.text.Bilingual;

/** The Spanish words for the fields and codes of what is held, as a person reads them. */
final class Wording {
    private static final Locale SPANISH = Locale.of("es", "MX");
    /** What the Washington Group asks about. */
    private static final List<String> DOMAINS =
            List.of("seeing", "hearing", "walking", "remembering", "selfCare", "communicating");

    private static final String WORDS = "/arco/palabras.properties";

    private final Properties words = new Properties();
    private final Map<String, String> codes = new HashMap<>();

    private final Function<String, Optional<String>> places;

    /** @param places how a municipality or a locality is called, by its code */
    Wording(Function<String, Optional<String>> places) {
        this.places = places;
        try (InputStreamReader text =
                new InputStreamReader(Wording.class.getResourceAsStream(WORDS), StandardCharsets.UTF_8)) {
            words.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        codes("gender", Gender.values(), Gender::label);
        codes("civilStatus", CivilStatus.values(), CivilStatus::label);
        codes("schooling", Schooling.values(), Schooling::label);
        codes("incomeActivity", IncomeActivity.values(), IncomeActivity::label);
        codes("migration", Migration.values(), Migration::label);
        codes("barriers", Barrier.values(), Barrier::label);
        codes("indigenous", SelfIdentification.values(), SelfIdentification::label);
        codes("afroMexican", SelfIdentification.values(), SelfIdentification::label);
        codes("relationship", Relationship.values(), Relationship::label);
        codes("purpose", Purpose.values(), Purpose::label);
        codes("purposes", Purpose.values(), Purpose::label);
        codes("requester", Requester.values(), Requester::label);
        for (State state : State.values()) {
            codes.put("state " + state.code(), state.officialName());
            codes.put("birthState " + state.code(), state.officialName());
        }
        for (String domain : DOMAINS) {
            for (int answer = 1; answer <= 4; answer++) {
                codes.put(domain + " " + answer, answer + " (" + words.getProperty("difficulty." + answer) + ")");
            }
        }
        for (String language : Locale.getISOLanguages()) {
            codes.put("languages " + Locale.of(language).getISO3Language(), spanish(Locale.of(language)));
        }
    }

    private <E extends Enum<E>> void codes(String field, E[] values, Function<E, Bilingual> label) {
        ObjectMapper json = new ObjectMapper();
        Arrays.stream(values)
                .forEach(value -> codes.put(
                        field + " " + json.convertValue(value, String.class),
                        label.apply(value).es()));
    }

    /** The name of a field; the field itself where nobody has given it a word. */
    String field(String name) {
        return words.getProperty(name, name);
    }

    /** Whether a person has nothing from reading this field, such as a technical stamp. */
    boolean leftOut(String name) {
        return words.getProperty(name, "").equals("-");
    }

    /** A value as a person reads it. */
    String value(String field, String text) {
        String word = codes.get(field + " " + text);
        if (word != null) {
            return word;
        }
        return switch (field) {
            case "municipality", "locality" ->
                places.apply(text).map(name -> name + " (" + text + ")").orElse("clave INEGI " + text);
            case "language" -> value("languages", text);
            case "languages" ->
                text.matches("\\d+")
                        ? "clave INALI " + text
                        : words.getProperty(field + "." + text, spanish(Locale.of(text)));
            default -> words.getProperty(field + "." + text, words.getProperty("*." + text, text));
        };
    }

    /** The code itself where Java knows no name for it. */
    private static String spanish(Locale language) {
        return language.getDisplayLanguage(SPANISH);
    }
}
