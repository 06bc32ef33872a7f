package mx.trayecto.programs.graduation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.programs.field.BusinessDate;
import mx.trayecto.programs.field.Distinct;

/**
 * Recognise graduates of a cohort at a ceremony. The same centre, day and title name the same ceremony, so that several
 * cohorts can be recognised at one.
 *
 * @param on local to the centre; apart from the graduation date
 * @param title "Ceremonia de graduación" where it is not said
 * @param enrollments whom; all graduates of the cohort where it is not said
 */
record HoldCeremony(
        @NotNull @BusinessDate LocalDate on,
        @Valid Bilingual title,
        @Size(min = 1, max = 500) @Distinct List<@NotNull UUID> enrollments) {

    HoldCeremony {
        title = title == null ? new Bilingual("Ceremonia de graduación", "Graduation ceremony") : title;
    }
}
