package mx.trayecto.programs.field;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Catalogue;
import mx.trayecto.programs.Kind;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

/** People are told the form of a field in words of their language, never as a regular expression. */
@QuarkusTest
@TrayectoTest
class InWordsTest {
    static Stream<Arguments> saysWhatAFieldMayHold() {
        return Stream.of(
                words(Kind.AGREEMENT, "\"S010\"", "\"s-010\"", "/budgetKey", "letras mayúsculas", "capital letters"),
                words(Kind.CENTER, "\"14\"", "\"33\"", "/state", "de 01 a 32", "from 01 to 32"),
                words(Kind.CENTER, "\"14039\"", "\"GDL\"", "/municipality", "cinco dígitos", "five digits"),
                words(Kind.ORGANIZATION, "\"14\"", "\"33\"", "/state", "de 01 a 32", "from 01 to 32"),
                words(Kind.ORGANIZATION, "\"14039\"", "\"14000\"", "/municipality", "cinco dígitos", "five digits"),
                words(Kind.INSTRUMENT, "\"ventas\"", "\"ventas?\"", "/questions/0/code", "guiones bajos", "hyphens"),
                words(Kind.INSTRUMENT, "\"si\"", "\"sí\"", "/questions/1/options/0/code", "guiones bajos", "hyphens"),
                words(Kind.PROGRAM, "\"FM\"", "\"F M\"", "/code", "puntos, guiones", "dots, hyphens"));
    }

    private static Arguments words(Kind kind, String good, String bad, String pointer, String es, String en) {
        return Arguments.of(kind, good, bad, pointer, es, en);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource
    void saysWhatAFieldMayHold(Kind kind, String good, String bad, String pointer, String es, String en) {
        Catalogue catalogue = new Catalogue();
        String body = kind.body(catalogue).replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad));
        String message = "errors.findAll { it.pointer == '" + pointer + "' }.message";
        for (String language : List.of("es", "en")) {
            Caller.post(catalogue.coordinator)
                    .header("Accept-Language", language)
                    .body(body)
                    .post(kind.path)
                    .then()
                    .statusCode(422)
                    .body(message, hasItem(containsString(language.equals("es") ? es : en)))
                    .body(message, everyItem(not(matchesPattern(".*[\\[\\]^$\\\\{}].*"))));
        }
    }
}
