package mx.trayecto.programs.support;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import mx.trayecto.platform.text.DocumentReference;
import mx.trayecto.platform.text.Money;
import mx.trayecto.programs.field.BusinessDate;
import mx.trayecto.programs.field.Period;

/**
 * What an institution was given, as it was.
 *
 * @param organization the institution: a state or municipal mechanism, or another
 * @param program under which
 * @param amount absent where it is not known or no money; never zero
 * @param endsOn last day; open unless said
 * @param mistaken recorded by mistake: it counts no more
 */
@Period.InOrder
record GiveSupport(
        @NotNull UUID organization,
        @NotNull UUID program,
        UUID agreement,
        @NotNull SupportKind kind,
        @Valid Money amount,
        @NotNull @BusinessDate LocalDate startsOn,
        @BusinessDate LocalDate endsOn,
        @Valid DocumentReference document,
        Boolean mistaken)
        implements Period {

    GiveSupport {
        mistaken = mistaken != null && mistaken;
    }

    static GiveSupport of(Support s) {
        return new GiveSupport(
                s.organizationId,
                s.programId,
                s.agreementId,
                s.kind,
                s.money(),
                s.startsOn,
                s.endsOn,
                s.document,
                s.mistaken);
    }
}
