package mx.trayecto.participants.curp;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * A CURP beside the person it was given for. Another date, sex or state is an error; other letters are only something
 * to confirm, because names have spellings and histories.
 */
public final class CurpCheck {
    /** The fields that a CURP speaks of; what is not known is null and is not compared. */
    public record Person(
            String givenName,
            String firstSurname,
            String secondSurname,
            LocalDate birthDate,
            Sex sex,
            String birthState) {}

    /** The sex given beside the CURP, as far as it binds the CURP's letter. */
    public enum Sex {
        FEMALE,
        MALE,
        /** Non-binary or not told: any letter agrees. */
        OTHER;

        private boolean agrees(char letter) {
            return letter == 'X' || this == OTHER || letter == (this == FEMALE ? 'M' : 'H');
        }
    }

    private CurpCheck() {}

    /**
     * Everything that forbids this CURP for this person.
     *
     * @param acceptX whether the letter X, issued since 2023, is accepted as a sex
     * @param today births after this day are refused
     */
    public static Set<CurpFault> errors(String text, Person person, boolean acceptX, LocalDate today) {
        Set<CurpFault> faults = EnumSet.noneOf(CurpFault.class);
        faults.addAll(Curp.faults(text));
        Curp.of(text).ifPresent(curp -> {
            if (curp.birthDate().isAfter(today)) {
                faults.add(CurpFault.DATE);
            }
            if (curp.sex() == 'X' && !acceptX) {
                faults.add(CurpFault.SEX_NOT_ACCEPTED);
            }
            if (person.birthDate() != null && !person.birthDate().equals(curp.birthDate())) {
                faults.add(CurpFault.OTHER_DATE);
            }
            if (person.sex() != null && !person.sex().agrees(curp.sex())) {
                faults.add(CurpFault.OTHER_SEX);
            }
            if (person.birthState() != null && !person.birthState().equals(curp.birthState())) {
                faults.add(CurpFault.OTHER_STATE);
            }
        });
        return faults;
    }

    /** What a person should confirm: today only {@link CurpFault#OTHER_LETTERS}. */
    public static Set<CurpFault> warnings(String text, Person person) {
        return Curp.of(text)
                        .map(curp -> curp.letters()
                                .equals(NameLetters.of(
                                        person.givenName(), person.firstSurname(), person.secondSurname())))
                        .orElse(true)
                ? EnumSet.noneOf(CurpFault.class)
                : EnumSet.of(CurpFault.OTHER_LETTERS);
    }
}
