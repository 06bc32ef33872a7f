package mx.trayecto.participants.finding;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

class SoundTest {
    private static String of(String name) {
        return Sound.of(Words.of(name).getFirst());
    }

    @ParameterizedTest
    @CsvSource({
        "Ximena, Jimena",
        "Velásquez, Belazquez",
        "Hernández, Ernandes",
        "Cecilia, Sesilia",
        "Guillermina, Guiyermina",
        "Yesica, Llessica",
        "Karina, Carina",
        "Quetzalli, Ketzalli",
        "Georgina, Jeorjina",
        "Sofía, Sophia",
        "Zúñiga, Sunniga",
        "Enrique, Enrrique"
    })
    void likeNamesSoundAlike(String one, String other) {
        assertEquals(of(one), of(other));
    }

    @ParameterizedTest
    @CsvSource({"María, Mario", "Chávez, Sáez", "Guerra, Gera", "Luz, Luis"})
    void unlikeNamesDoNot(String one, String other) {
        assertNotEquals(of(one), of(other));
    }

    @Test
    void wordsLoseMarksAndParticles() {
        assertEquals(List.of("ANGELES", "MUNOZ"), Words.of("de los Ángeles Muñoz"));
        assertEquals(List.of("PEREZ", "DAMICO"), Words.of("Pérez-D'Amico"));
        assertEquals(List.of("LA"), Words.of("La"));
    }

    @ParameterizedTest
    @CsvSource({
        "33 1234 5678, 523312345678",
        "+52 33 1234 5678, 523312345678",
        "52 1 33 1234 5678, 523312345678",
        "+1 212 555 0199, 12125550199"
    })
    void phonesAreComparedWithTheCountrysCode(String text, String digits) {
        assertEquals(digits, Words.phone(text));
    }
}
