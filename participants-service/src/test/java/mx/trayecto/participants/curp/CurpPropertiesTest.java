package mx.trayecto.participants.curp;

import java.time.LocalDate;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import mx.trayecto.participants.curp.CurpCheck.Person;
import mx.trayecto.participants.curp.CurpCheck.Sex;
import mx.trayecto.participants.geography.State;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** What holds for the CURP of any person, over names with marks, particles, Ñ, apostrophes and one-letter surnames. */
class CurpPropertiesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

    record Case(Person person, String curp) {}

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<String> names = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(
                        5,
                        Arbitraries.of(
                                "María de los Ángeles",
                                "José",
                                "Ma. Luisa",
                                "Ñañez",
                                "D'Amico",
                                "de la O",
                                "Ich",
                                "Pech",
                                "Dzul",
                                "Xóchitl",
                                "Güereña",
                                "Pérez-López",
                                "van der Meer",
                                "Y",
                                "O",
                                "Cano",
                                "Loo")),
                net.jqwik.api.Tuple.of(
                        5,
                        Arbitraries.strings()
                                .withChars("abcdeiouñáéüxyzlmnrst")
                                .ofMinLength(1)
                                .ofMaxLength(12)));
        return Combinators.combine(
                        names,
                        names,
                        names.injectNull(0.2),
                        Arbitraries.longs()
                                .between(LocalDate.of(1906, 1, 1).toEpochDay(), TODAY.toEpochDay())
                                .map(LocalDate::ofEpochDay),
                        Arbitraries.of(Sex.FEMALE, Sex.MALE, Sex.OTHER),
                        Arbitraries.integers().between(0, 32),
                        Arbitraries.integers().between(0, 9))
                .as((given, first, second, born, sex, state, order) -> {
                    String code = state == 32 ? State.ABROAD : State.values()[state].code();
                    String letters = state == 32 ? State.ABROAD : State.values()[state].letters();
                    char letter = sex == Sex.FEMALE ? 'M' : sex == Sex.MALE ? 'H' : 'X';
                    return new Case(
                            new Person(given, first, second, born, sex, code),
                            CurpMaker.curp(given, first, second, born, letter, letters, order));
                });
    }

    @Property
    void aComputedCurpAgreesWithItsPerson(@ForAll("cases") Case made) {
        assertEquals(Set.of(), CurpCheck.errors(made.curp, made.person, true, TODAY));
        assertEquals(Set.of(), CurpCheck.warnings(made.curp, made.person));
    }

    /** Beside the fields; alone, the check digit cannot see the tens of the day (weight 10). */
    @Property
    void aChangedDigitOfTheDateIsFound(
            @ForAll("cases") Case made, @ForAll("dateDigits") int at, @ForAll("digits") int by) {
        assertFalse(CurpCheck.errors(changed(made.curp, at, by), made.person, true, TODAY)
                .isEmpty());
    }

    @Property
    void aChangedCheckDigitIsFound(@ForAll("cases") Case made, @ForAll("digits") int by) {
        assertEquals(
                Set.of(CurpFault.CHECK_DIGIT), CurpCheck.errors(changed(made.curp, 17, by), made.person, true, TODAY));
    }

    /** The homoclave weighs 2, so that a difference of five cancels out; every other is found. */
    @Property
    void aChangedHomoclaveIsFoundButForADifferenceOfFive(@ForAll("cases") Case made, @ForAll("digits") int by) {
        if (made.person.birthDate().getYear() < 2000) {
            Set<CurpFault> errors = CurpCheck.errors(changed(made.curp, 16, by), made.person, true, TODAY);
            assertEquals(by == 5 ? Set.of() : Set.of(CurpFault.CHECK_DIGIT), errors);
        }
    }

    @Property
    void noTextBreaksTheRules(@ForAll String text) {
        Set<CurpFault> faults = Curp.faults(text);
        assertEquals(faults.isEmpty(), Curp.of(text).isPresent());
    }

    @Provide
    Arbitrary<Integer> dateDigits() {
        return Arbitraries.integers().between(4, 9);
    }

    @Provide
    Arbitrary<Integer> digits() {
        return Arbitraries.integers().between(1, 9);
    }

    private static String changed(String curp, int at, int by) {
        char digit = (char) ('0' + (curp.charAt(at) - '0' + by) % 10);
        return curp.substring(0, at) + digit + curp.substring(at + 1);
    }
}
