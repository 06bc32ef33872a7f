package mx.trayecto.participants.workdays;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** A tenant's working days: Monday to Friday, but for those of rest by law and those that it declares itself. */
public final class WorkingDays {
    private final List<Span> own;

    /** Days from the first to the last. */
    public record Span(LocalDate first, LocalDate last) {
        boolean has(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    public WorkingDays(Collection<Span> own) {
        this.own = List.copyOf(own);
    }

    boolean works(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !LegalHolidays.on(day)
                && own.stream().noneMatch(span -> span.has(day));
    }

    /**
     * The last day of a term in working days: the term begins on the working day after the event.
     *
     * @param event the day of what sets the term going, a working day or not
     * @param days at least 1
     */
    public LocalDate after(LocalDate event, int days) {
        LocalDate day = event;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (works(day)) {
                left--;
            }
        }
        return day;
    }
}
