package mx.trayecto.programs.session;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.programs.enrollment.CohortTerms;
import mx.trayecto.programs.field.BusinessDate;
import mx.trayecto.programs.field.Distinct;
import mx.trayecto.programs.field.Hours;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.pathway.Pathway;

/**
 * The sessions of a cohort, week by week.
 *
 * @param from the first day; the cohort's unless said
 * @param until the last day; the cohort's unless said
 * @param except days without sessions, such as holidays
 * @param modules whether they teach the pathway's modules in its order, each until its hours are given; what is left
 *     over teaches none
 */
record PlanTimetable(
        @BusinessDate LocalDate from,
        @BusinessDate LocalDate until,
        @NotEmpty @Size(max = 21) @Distinct List<@NotNull @Valid Slot> slots,
        @Size(max = 200) @Distinct List<@NotNull @BusinessDate LocalDate> except,
        Boolean modules) {
    private static final int MOST = 1_000;

    PlanTimetable {
        except = except == null ? List.of() : except;
        modules = modules != null && modules;
    }

    /** A session of each week. */
    @Schema(name = "TimetableSlot")
    record Slot(
            @NotNull Weekday weekday,
            LocalTime startsAt,

            @NotNull @DecimalMin("0.25") @DecimalMax("24") @Digits(integer = 2, fraction = 2)
            BigDecimal hours,

            @Valid Bilingual title) {
        Slot {
            hours = Hours.plain(hours);
        }
    }

    /** A day of the week. */
    enum Weekday {
        @JsonProperty("monday")
        MONDAY,
        @JsonProperty("tuesday")
        TUESDAY,
        @JsonProperty("wednesday")
        WEDNESDAY,
        @JsonProperty("thursday")
        THURSDAY,
        @JsonProperty("friday")
        FRIDAY,
        @JsonProperty("saturday")
        SATURDAY,
        @JsonProperty("sunday")
        SUNDAY;

        boolean falls(LocalDate on) {
            return on.getDayOfWeek() == DayOfWeek.valueOf(name());
        }
    }

    /**
     * All of them, in order of time.
     *
     * @throws ProblemException 422 where they do not lie within the cohort's dates, or are too many
     */
    List<PlanSession> sessions(CohortTerms cohort, Pathway pathway) {
        LocalDate first = from == null ? cohort.startsOn() : from;
        LocalDate last = until == null ? cohort.endsOn() : until;
        check(cohort, first, last);
        List<PlanSession> all = new ArrayList<>();
        Set<LocalDate> free = Set.copyOf(except);
        ModuleHours teaching = new ModuleHours(modules ? pathway.modules().toList() : List.of());
        List<Slot> byTime = slots.stream()
                .sorted(Comparator.comparing(Slot::startsAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        for (LocalDate day = first; !day.isAfter(last) && all.size() <= MOST; day = day.plusDays(1)) {
            for (Slot slot : byTime) {
                if (slot.weekday.falls(day) && !free.contains(day)) {
                    all.add(new PlanSession(day, slot.startsAt, slot.hours, teaching.next(slot.hours), slot.title));
                }
            }
        }
        if (all.size() > MOST) {
            throw new References()
                    .refuse(
                            "/slots",
                            "too-many",
                            "son más de " + MOST + " sesiones",
                            "are more than " + MOST + " sessions")
                    .refusal();
        }
        return all;
    }

    private static void check(CohortTerms cohort, LocalDate first, LocalDate last) {
        References faults = new References();
        if (last == null) {
            faults.refuse(
                    "/until",
                    "required",
                    "es obligatorio: la generación no tiene fecha de término",
                    "is required: the cohort has no last day");
        } else if (last.isBefore(first) || cohort.endsOn() != null && last.isAfter(cohort.endsOn())) {
            outside(faults, "/until");
        }
        if (first.isBefore(cohort.startsOn())) {
            outside(faults, "/from");
        }
        faults.check();
    }

    private static void outside(References faults, String pointer) {
        faults.refuse(
                pointer,
                "outside-cohort",
                "debe estar dentro de las fechas de la generación",
                "must be within the cohort's dates");
    }
}
