package mx.trayecto.participants.curp;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import mx.trayecto.participants.geography.State;

/**
 * A Clave Única de Registro de Población that keeps every rule of its own (Instructivo Normativo para la Asignación de
 * la CURP, DOF 18-06-2018 with the reform of 18-10-2021). Whether it fits the person it is given for is
 * {@link CurpCheck}'s question.
 */
public final class Curp {
    private static final Pattern FORM =
            Pattern.compile("([A-Z][AEIOUX][A-Z]{2})(\\d{2})(\\d{2})(\\d{2})([HMX])([A-Z]{2})"
                    + "([B-DF-HJ-NP-TV-Z]{3})([0-9A-Z])(\\d)");
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";

    private final String text;
    private final LocalDate birthDate;
    private final String birthState;

    private Curp(String text, LocalDate birthDate, String birthState) {
        this.text = text;
        this.birthDate = birthDate;
        this.birthState = birthState;
    }

    /** The form in which CURPs are compared and kept: capitals without blanks around. */
    public static String normalised(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    /** The CURP, or nothing where {@link #faults} finds any. */
    public static Optional<Curp> of(String text) {
        String normalised = normalised(text);
        Matcher parts = FORM.matcher(normalised);
        return faults(normalised).isEmpty() && parts.matches()
                ? Optional.of(new Curp(
                        normalised,
                        birthDate(parts).orElseThrow(),
                        State.codeOf(parts.group(6)).orElseThrow()))
                : Optional.empty();
    }

    /** Everything wrong with the text as a CURP, without regard to whose it is; empty for a valid one. */
    public static Set<CurpFault> faults(String text) {
        String normalised = normalised(text);
        Matcher parts = FORM.matcher(normalised);
        if (!parts.matches()) {
            return EnumSet.of(CurpFault.FORM);
        }
        Set<CurpFault> faults = EnumSet.noneOf(CurpFault.class);
        if (OffensiveWords.ALL.contains(parts.group(1))) {
            faults.add(CurpFault.WORD);
        }
        if (parts.group(8).charAt(0) > 'J') {
            faults.add(CurpFault.HOMOCLAVE);
        }
        if (birthDate(parts).isEmpty()) {
            faults.add(CurpFault.DATE);
        }
        if (State.codeOf(parts.group(6)).isEmpty()) {
            faults.add(CurpFault.STATE);
        }
        if (normalised.charAt(17) != checkDigit(normalised)) {
            faults.add(CurpFault.CHECK_DIGIT);
        }
        return faults;
    }

    /**
     * The check digit over the first 17 characters (the algorithm of python-stdnum; the Instructivo prints none). It is
     * blind to the tens of the day, whose weight is 10, and to an exchange of H and M, so it never stands alone.
     */
    static char checkDigit(String text) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(text.charAt(i)) * (18 - i);
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    /** The homoclave fixes the century: a digit for births up to 1999, a letter from 2000 on. */
    private static Optional<LocalDate> birthDate(Matcher parts) {
        int century = Character.isDigit(parts.group(8).charAt(0)) ? 1900 : 2000;
        try {
            return Optional.of(LocalDate.of(
                    century + Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)),
                    Integer.parseInt(parts.group(4))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    public LocalDate birthDate() {
        return birthDate;
    }

    /** {@code H}, {@code M} or, since 2023, {@code X}. */
    public char sex() {
        return text.charAt(10);
    }

    /** A state code, or {@link State#ABROAD}. */
    public String birthState() {
        return birthState;
    }

    /** The seven letters that come from the names. */
    String letters() {
        return text.substring(0, 4) + text.substring(13, 16);
    }

    @Override
    public String toString() {
        return text;
    }
}
