package mx.trayecto.indicators.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import mx.trayecto.indicators.fact.Grain;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;

/**
 * A period as callers write it: {@code 2024}, {@code 2024-H2}, {@code 2024-Q3}, {@code 2024-10},
 * {@code 2024-06-03/2024-11-30} (both days included) or {@code all}.
 *
 * @param text its one name: a span of days that is a quarter is called as that quarter
 * @param grain null where the period is none that declared tables keep
 * @param from null without a beginning
 * @param to null without an end
 */
public record Period(String text, Grain grain, LocalDate from, LocalDate to) {
    public static final Period ALL = new Period("all", Grain.ALL, null, null);

    /** How periods look, for contracts and constraints. */
    public static final String PATTERN =
            "all|(19|20|21)\\d{2}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?|\\d{4}-\\d{2}-\\d{2}/\\d{4}-\\d{2}-\\d{2}";

    /** What is said of one that does not look so. */
    public static final String MESSAGE = "{mx.trayecto.indicators.period}";

    /** What periods are asked for with, for contracts. */
    public static final String EXAMPLES =
            "2024, 2024-H2, 2024-Q3, 2024-10, 2024-06-03/2024-11-30 (both days included) or all (default)";

    private static final Pattern NAMED = Pattern.compile("(\\d{4})(?:-(?:H([12])|Q([1-4])|(\\d{2})))?");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    /**
     * Reads a period; null is all.
     *
     * @throws ProblemException 422 naming {@code period}
     */
    public static Period parse(String text) {
        if (text == null || text.equals("all")) {
            return ALL;
        }
        try {
            if (text.matches(PATTERN)) {
                int slash = text.indexOf('/');
                return slash < 0
                        ? named(text)
                        : between(
                                LocalDate.parse(text.substring(0, slash)), LocalDate.parse(text.substring(slash + 1)));
            }
        } catch (DateTimeException notADay) {
            // told below
        }
        throw refused();
    }

    private static Period named(String text) {
        Matcher part = NAMED.matcher(text);
        if (!part.matches()) {
            throw refused();
        }
        int year = Integer.parseInt(part.group(1));
        if (part.group(2) != null) {
            return of(text, Grain.HALF, LocalDate.of(year, Integer.parseInt(part.group(2)) * 6 - 5, 1));
        }
        if (part.group(3) != null) {
            return of(text, Grain.QUARTER, LocalDate.of(year, Integer.parseInt(part.group(3)) * 3 - 2, 1));
        }
        return part.group(4) != null
                ? of(text, Grain.MONTH, LocalDate.of(year, Integer.parseInt(part.group(4)), 1))
                : of(text, Grain.YEAR, LocalDate.of(year, 1, 1));
    }

    private static Period of(String text, Grain grain, LocalDate start) {
        return new Period(text, grain, start, grain.end(start));
    }

    /** A span of days; one that is exactly a month, quarter, half or year is known as such. */
    private static Period between(LocalDate from, LocalDate to) {
        if (from.isAfter(to) || from.getYear() < FIRST_YEAR || to.getYear() > LAST_YEAR) {
            throw refused();
        }
        Grain grain = grain(from, to);
        return new Period(grain == null ? from + "/" + to : name(grain, from), grain, from, to);
    }

    /** One period has one text, however it was written: what is stated for it is found under that. */
    private static String name(Grain grain, LocalDate start) {
        String year = String.valueOf(start.getYear());
        return switch (grain) {
            case MONTH -> year + "-%02d".formatted(start.getMonthValue());
            case QUARTER -> year + "-Q" + (start.getMonthValue() / 3 + 1);
            case HALF -> year + "-H" + (start.getMonthValue() / 6 + 1);
            case YEAR -> year;
            case ALL -> ALL.text;
        };
    }

    private static Grain grain(LocalDate from, LocalDate to) {
        if (from == null || to == null) {
            return from == null && to == null ? Grain.ALL : null;
        }
        for (Grain grain : Grain.values()) {
            if (grain != Grain.ALL
                    && grain.start(from).equals(from)
                    && grain.end(from).equals(to)) {
                return grain;
            }
        }
        return null;
    }

    /** The part of this period from one day to another, each of which may be null for open. */
    public Period within(LocalDate first, LocalDate last) {
        LocalDate start = from == null || first != null && first.isAfter(from) ? first : from;
        LocalDate end = to == null || last != null && last.isBefore(to) ? last : to;
        return new Period(text, grain(start, end), start, end);
    }

    /** Everything up to its last day, for what is told cumulatively. */
    public Period untilItsEnd() {
        return new Period(text, grain(null, to), null, to);
    }

    /** Whether no day lies in it. */
    public boolean empty() {
        return from != null && to != null && from.isAfter(to);
    }

    /** The first day in keys of declared tables. */
    public LocalDate startsOn() {
        return grain == Grain.ALL ? Grain.EVER : from;
    }

    private static ProblemException refused() {
        return ProblemException.of(CommonProblem.VALIDATION)
                .error(
                        "period",
                        "period",
                        "debe ser como 2024, 2024-H2, 2024-Q3, 2024-10, 2024-06-03/2024-11-30 o all",
                        "must be like 2024, 2024-H2, 2024-Q3, 2024-10, 2024-06-03/2024-11-30 or all");
    }
}
