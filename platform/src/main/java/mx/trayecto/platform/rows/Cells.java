package mx.trayecto.platform.rows;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in the cells of a table, as people in Mexico write it, and as a spreadsheet may safely open it. */
public final class Cells {
    /** What a formula begins with, in the wide letters of East Asia too (OWASP, CSV injection). */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

    private static final Pattern THOUSANDS = Pattern.compile("-?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d{1,6})?");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}([.,]\\d{1,6})?");

    private Cells() {}

    /** A cell without blanks around it, and without the apostrophe that {@link #neutral} put before it. */
    static String plain(String cell) {
        String bare = cell.replace('\u00A0', ' ').strip();
        return bare.length() > 1 && bare.charAt(0) == '\'' && FORMULA.indexOf(bare.charAt(1)) >= 0
                ? bare.substring(1)
                : bare;
    }

    /** A text that no spreadsheet takes for a formula: with an apostrophe where it might. */
    public static String neutral(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** A day written {@code dd/mm/aaaa} in ISO 8601; any other text as it is. */
    public static String date(String cell) {
        Matcher told = DAY_FIRST.matcher(cell);
        if (told.matches()) {
            try {
                return LocalDate.of(number(told, 3), number(told, 2), number(told, 1))
                        .toString();
            } catch (DateTimeException noSuchDay) {
                return cell;
            }
        }
        return cell;
    }

    /** Yes or no in Spanish or English, with or without accent; nothing where it is neither. */
    public static Optional<Boolean> flag(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "sí", "si", "s", "true", "verdadero", "yes", "1" -> Optional.of(true);
            case "no", "n", "false", "falso", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /**
     * A number with or without a sign of pesos; nothing where it is none. Commas part thousands, as in Mexico, where three
     * digits follow each ({@code 1,250.50}); otherwise a comma is a decimal one.
     */
    public static Optional<BigDecimal> decimal(String cell) {
        String bare = cell.startsWith("$") ? cell.substring(1).strip() : cell;
        if (THOUSANDS.matcher(bare).matches()) {
            return Optional.of(new BigDecimal(bare.replace(",", "")));
        }
        return DECIMAL.matcher(bare).matches() ? Optional.of(new BigDecimal(bare.replace(',', '.'))) : Optional.empty();
    }

    private static int number(Matcher told, int group) {
        return Integer.parseInt(told.group(group));
    }
}
