package mx.trayecto.participants.curp;

import java.time.LocalDate;

/** Computes the CURP that RENAPO's rules give a made-up person, for tests. */
public final class CurpMaker {
    private CurpMaker() {}

    /** @param order the homoclave's place in its century's ten, 0–9 */
    public static String curp(
            String givenName,
            String firstSurname,
            String secondSurname,
            LocalDate born,
            char sex,
            String stateLetters,
            int order) {
        String letters = NameLetters.of(givenName, firstSurname, secondSurname);
        String text = letters.substring(0, 4)
                + "%02d%02d%02d".formatted(born.getYear() % 100, born.getMonthValue(), born.getDayOfMonth())
                + sex
                + stateLetters
                + letters.substring(4)
                + (born.getYear() < 2000 ? (char) ('0' + order) : (char) ('A' + order));
        return text + Curp.checkDigit(text);
    }
}
