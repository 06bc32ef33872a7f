package mx.trayecto.participants.curp;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class NameLettersTest {
    /** The Instructivo's own examples of its exceptions. */
    @ParameterizedTest
    @CsvSource({
        "Alberto, Ñando, Rodríguez, XARA",
        "María Luisa, Pérez, Hernández, PEHL",
        "Luis Enrique, Romero, Palazuelos, ROPL",
        "Juan José, D/Amico, Álvarez, DXAJ",
        "Rocío, Riva Palacio, Cruz, RICR",
        "Carlos, Mc Gregor, López, GELC"
    })
    void openAsTheInstructivoShows(String given, String first, String second, String opening) {
        assertEquals(opening, NameLetters.of(given, first, second).substring(0, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "Concepción, Salgado, Briseño, SABCLRN",
        "Gloria, Hernández, García, HEGGRRL",
        "Walter, Bolaños,, BOXWLXL",
        "Lorena, O, Pérez, OXPLXRR",
        "Juana, Gómez, Muro, GOMJMRN",
        "Ofelia, Pech, Dzul, PEDOCZF"
    })
    void giveSevenLetters(String given, String first, String second, String letters) {
        assertEquals(
                OffensiveWords.masked(letters.substring(0, 4)) + letters.substring(4),
                NameLetters.of(given, first, second));
    }

    @ParameterizedTest
    @CsvSource({
        "María, PEGM",
        "Ma. Guadalupe, PEGG",
        "M. Lourdes, PEGL",
        "José María, PEGM",
        "María José, PEGJ",
        "María de los Ángeles, PEGA",
        "María del Carmen, PEGC",
        "J. Jesús, PEGJ",
        "Josefina María, PEGJ",
        "Mariana Josefa, PEGM"
    })
    void skipTheCommonFirstNameOfACompoundOne(String given, String opening) {
        assertEquals(opening, NameLetters.of(given, "Pérez", "Gómez").substring(0, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "de la Cruz, CU",
        "de la O, OX",
        "von der Heyde, HE",
        "y Griega, GI",
        "del Río, RI",
        "Ich, IX",
        "Yñiguez, YI",
        "Argüelles, AU",
        "Pérez-López, PE",
        "De La, LA"
    })
    void skipParticlesAndFillWithX(String surname, String start) {
        assertEquals(start, NameLetters.of("Rosa", surname, null).substring(0, 2));
    }

    @ParameterizedTest
    @CsvSource({"Nuño, X", "Peña, X", "D'Amico, X", "Ae, X", "Ñandú, N", "Tlatoani, L"})
    void takeTheFirstInnerConsonant(String surname, char consonant) {
        assertEquals(consonant, NameLetters.of("Rosa", surname, null).charAt(4));
    }
}
