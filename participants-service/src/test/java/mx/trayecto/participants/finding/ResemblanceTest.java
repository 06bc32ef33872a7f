package mx.trayecto.participants.finding;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ResemblanceTest {
    private static Likeness woman(
            String given, String first, String second, String birth, String phone, String municipality, String curp) {
        UUID id = UUID.randomUUID();
        return new Likeness(id, id, given, first, second, LocalDate.parse(birth), phone, "14", municipality, curp);
    }

    private static final Likeness HER =
            woman("María Guadalupe", "Hernández", "Martínez", "1988-03-07", "+523312345678", "14039", null);

    private static Set<String> shared(Likeness one, Likeness other) {
        Set<String> shared = new HashSet<>(one.keys());
        shared.retainAll(other.keys());
        return shared;
    }

    @ParameterizedTest
    @CsvSource({
        "María Guadalupe, Hernández, Martínez, 1988-03-07, GIVEN_NAME_SAME SURNAMES_SAME BIRTH_DATE_SAME",
        "Ma. Guadalupe, Hernández, Martínez, 1988-03-07, GIVEN_NAME_MARIA SURNAMES_SAME BIRTH_DATE_SAME",
        "Guadalupe, Hernández, Martínez, 1988-03-07, GIVEN_NAME_MARIA SURNAMES_SAME BIRTH_DATE_SAME",
        "María Guadalupe, Martínez, Hernández, 1988-03-07, GIVEN_NAME_SAME SURNAMES_SWAPPED BIRTH_DATE_SAME",
        "María Guadalupe, Hernándes, Martínez, 1988-03-07, GIVEN_NAME_SAME SURNAME_SOUND SURNAME_ONE BIRTH_DATE_SAME",
        "María Guadalupe, Hernánez, Martínez, 1988-03-07, GIVEN_NAME_SAME SURNAME_SPELLING SURNAME_ONE BIRTH_DATE_SAME",
        "María Guadalupe, Hernández,, 1988-03-07, GIVEN_NAME_SAME SURNAME_ONE SECOND_SURNAME_MISSING BIRTH_DATE_SAME",
        "María Guadalupe, Hernández, Martínez, 1988-07-03, GIVEN_NAME_SAME SURNAMES_SAME BIRTH_DATE_SWAPPED",
        "María Guadalupe, Hernández, Martínez, 1978-03-07, GIVEN_NAME_SAME SURNAMES_SAME BIRTH_DATE_ONE_PART",
        "Guadelupe, Hernández, Martínez, 1988-03-07, GIVEN_NAME_SPELLING SURNAMES_SAME BIRTH_DATE_SAME",
        "María Guada lupe, Hernández, Martínez, 1988-03-07, GIVEN_NAME_SPELLING SURNAMES_SAME BIRTH_DATE_SAME",
        "MaríaG uadalupe, Hernández, Martínez, 1988-03-07, GIVEN_NAME_SPELLING SURNAMES_SAME BIRTH_DATE_SAME",
        "Lupita Guadalupe, Hernández, Martínez, 1988-03-07, GIVEN_NAME_PART SURNAMES_SAME BIRTH_DATE_SAME",
        "Ma. Guadalupe, Hernández,, 1978-03-07, GIVEN_NAME_MARIA SURNAME_ONE SECOND_SURNAME_MISSING BIRTH_DATE_ONE_PART",
        "María Guadalupe, Martínez, Hernández, 1978-03-07, GIVEN_NAME_SAME SURNAMES_SWAPPED BIRTH_DATE_ONE_PART"
    })
    void oneWomanIsKnownAndSaidWhy(String given, String first, String second, String birth, String traits) {
        Likeness again = woman(given, first, second, birth, null, "14039", null);
        Resemblance found = Resemblance.of(HER, again);
        assertTrue(found.probable(), () -> "score " + found.score());
        Set<Trait> expected =
                Arrays.stream(traits.split(" ")).map(Trait::valueOf).collect(Collectors.toSet());
        expected.add(Trait.MUNICIPALITY_SAME);
        assertEquals(expected, found.traits());
        assertFalse(shared(HER, again).isEmpty());
        assertEquals(found, Resemblance.of(again, HER));
    }

    @ParameterizedTest
    @CsvSource({
        // a twin, a sister, a daughter named after her, another woman of the same names, one who shares only the day,
        // one elsewhere who shares a name, a surname and most of the date
        "Ana Rosa, Hernández, Martínez, 1988-03-07, +523312345678, 14039",
        "Ana Rosa, Hernández, Martínez, 1991-11-20, +523312345678, 14039",
        "María Guadalupe, López, Hernández, 2008-08-12, +523312345678, 14039",
        "María Guadalupe, Hernández, Martínez, 1971-10-23, , 14120",
        "María Guadalupe, Sandoval, Rojas, 1988-03-07, , 14039",
        "María Guadalupe, Hernández, , 1978-03-07, , 14120"
    })
    void anotherWomanIsNot(String given, String first, String second, String birth, String phone, String municipality) {
        Resemblance found = Resemblance.of(HER, woman(given, first, second, birth, phone, municipality, null));
        assertFalse(found.probable(), () -> "score " + found.score() + " " + found.traits());
    }

    @Test
    void twoCurpsAreOfTwoWomenThoughAllElseIsTheSame() {
        Likeness one = woman("Ana", "Cruz", "Luna", "1990-01-01", null, null, "CULA900101MJCRNN01");
        Likeness other = woman("Ana", "Cruz", "Luna", "1990-01-01", null, null, "CULA900101MJCRNN19");
        assertFalse(Resemblance.of(one, other).probable());
    }

    @ParameterizedTest
    @CsvSource({
        "HERNANDEZ, HERNANEZ, true",
        "HERNANDEZ, HERNANDDEZ, true",
        "HERNANDEZ, FERNANDEZ, true",
        "HERNANDEZ, HENRANDEZ, true",
        "HERNANDEZ, HERNANDEZ, false",
        "HERNANDEZ, HERNADEX, false",
        "ANA, ANNA, false",
        "CRUZ, RUIZ, false"
    })
    void oneSlipOfTheHandIsSeen(String one, String other, boolean slip) {
        assertEquals(slip, Spelling.oneSlip(one, other));
        assertEquals(slip, Spelling.oneSlip(other, one));
    }

    @Test
    void noOneLooksAtAllWhoShareAFrequentName() {
        Likeness other = woman("María Guadalupe", "Hernández", "García", "1962-12-25", null, "14039", null);
        assertEquals(Collections.emptySet(), shared(HER, other));
    }
}
