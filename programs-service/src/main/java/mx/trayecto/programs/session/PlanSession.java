package mx.trayecto.programs.session;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;

import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.programs.field.BusinessDate;
import mx.trayecto.programs.field.Hours;

/**
 * A session as it shall be.
 *
 * @param on local to the centre, within the cohort's dates; may lie ahead
 * @param startsAt local time
 * @param module of the cohort's pathway version, where it teaches one
 */
record PlanSession(
        @NotNull @BusinessDate LocalDate on,
        LocalTime startsAt,

        @NotNull @DecimalMin("0.25") @DecimalMax("24") @Digits(integer = 2, fraction = 2)
        BigDecimal hours,

        UUID module,
        @Valid Bilingual title) {

    PlanSession {
        hours = Hours.plain(hours);
    }

    static PlanSession of(Session session) {
        return new PlanSession(session.heldOn, session.startsAt, session.hours, session.moduleId, session.title);
    }
}
