package mx.trayecto.programs.mentorship;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import mx.trayecto.programs.field.BusinessDate;
import mx.trayecto.programs.field.Distinct;
import mx.trayecto.programs.field.Period;

/**
 * A participant becomes a mentor.
 *
 * @param mentor her enrolment
 * @param startsOn local to the mentor's centre; today where it is not said
 * @param mentees enrolments of those she accompanies; more may follow
 */
@Period.InOrder
record FormMentorship(
        @NotNull UUID mentor,
        @BusinessDate LocalDate startsOn,
        @BusinessDate LocalDate endsOn,
        @Size(max = 100) @Distinct List<@NotNull UUID> mentees)
        implements Period {

    FormMentorship {
        mentees = mentees == null ? List.of() : mentees;
    }
}
