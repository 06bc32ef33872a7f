package mx.trayecto.participants.curp;

import java.time.LocalDate;
import java.util.Set;

import org.junit.jupiter.api.Test;

import mx.trayecto.participants.curp.CurpCheck.Person;
import mx.trayecto.participants.curp.CurpCheck.Sex;

import static org.junit.jupiter.api.Assertions.assertEquals;

class CurpCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);
    private static final LocalDate BORN = LocalDate.of(1956, 6, 26);
    private static final String CURP = "SABC560626MDFLRN01";

    private static Set<CurpFault> errors(LocalDate born, Sex sex, String state) {
        return CurpCheck.errors(CURP, new Person("Concepción", "Salgado", "Briseño", born, sex, state), true, TODAY);
    }

    @Test
    void acceptsThePersonItWasGivenTo() {
        assertEquals(Set.of(), errors(BORN, Sex.FEMALE, "09"));
        assertEquals(Set.of(), errors(BORN, Sex.OTHER, null));
    }

    @Test
    void refusesAnotherDate() {
        assertEquals(Set.of(CurpFault.OTHER_DATE), errors(BORN.plusDays(1), Sex.FEMALE, "09"));
        assertEquals(Set.of(CurpFault.OTHER_DATE), errors(BORN.plusYears(100), Sex.FEMALE, "09"));
    }

    @Test
    void refusesAnotherSex() {
        assertEquals(Set.of(CurpFault.OTHER_SEX), errors(BORN, Sex.MALE, "09"));
    }

    @Test
    void refusesAnotherState() {
        assertEquals(Set.of(CurpFault.OTHER_STATE), errors(BORN, Sex.FEMALE, "14"));
    }

    @Test
    void tellsAllErrorsAtOnce() {
        assertEquals(
                Set.of(CurpFault.OTHER_DATE, CurpFault.OTHER_SEX, CurpFault.OTHER_STATE),
                errors(BORN.plusDays(1), Sex.MALE, "NE"));
    }

    @Test
    void acceptsTheSexXOnlyWhereConfigured() {
        Person person = new Person("Juana", "González", "Martínez", LocalDate.of(2005, 3, 15), Sex.FEMALE, "14");
        assertEquals(Set.of(), CurpCheck.errors("GOMJ050315XJCNRNA4", person, true, TODAY));
        assertEquals(Set.of(CurpFault.SEX_NOT_ACCEPTED), CurpCheck.errors("GOMJ050315XJCNRNA4", person, false, TODAY));
    }

    @Test
    void refusesABirthToCome() {
        Person unborn = new Person("Juana", "González", "Martínez", null, null, null);
        assertEquals(
                Set.of(CurpFault.DATE),
                CurpCheck.errors("GOMJ050315MJCNRNA0", unborn, true, LocalDate.of(2005, 3, 14)));
    }

    @Test
    void onlyWarnsOfOtherLetters() {
        Person married = new Person("Concepción", "Salgado", "Ortega", BORN, Sex.FEMALE, "09");
        assertEquals(Set.of(), CurpCheck.errors(CURP, married, true, TODAY));
        assertEquals(Set.of(CurpFault.OTHER_LETTERS), CurpCheck.warnings(CURP, married));
        assertEquals(
                Set.of(),
                CurpCheck.warnings(CURP, new Person("CONCEPCION", "salgado", "Brizeño", BORN, Sex.FEMALE, "09")));
    }
}
