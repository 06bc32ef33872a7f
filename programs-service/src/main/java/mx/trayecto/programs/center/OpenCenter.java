package mx.trayecto.programs.center;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import mx.trayecto.platform.text.Text;
import mx.trayecto.programs.field.BusinessDate;
import mx.trayecto.programs.field.Code;
import mx.trayecto.programs.field.Distinct;
import mx.trayecto.programs.field.Place;

/**
 * A centre as it shall be.
 *
 * @param timeZone IANA name; America/Mexico_City unless said
 * @param agreement the agreement it was opened under
 * @param confidential who attends it is shown to nobody outside; false unless said
 */
@Place.Consistent
@OpeningInOrder
record OpenCenter(
        @NotNull @Code String code,
        @NotNull @Text(max = 200) String name,
        @NotNull UUID organization,
        UUID agreement,

        @NotNull @Pattern(regexp = Place.STATE, message = Place.STATE_MESSAGE)
        String state,

        @NotNull @Pattern(regexp = Place.MUNICIPALITY, message = Place.MUNICIPALITY_MESSAGE)
        String municipality,

        @TimeZone @Size(max = 50) String timeZone,
        @BusinessDate LocalDate openedOn,
        @BusinessDate LocalDate closedOn,
        Boolean confidential,
        @Size(max = 100) @Distinct(by = "kind") List<@NotNull @Valid Equipment> equipment)
        implements Place {

    OpenCenter {
        timeZone = timeZone == null ? Center.DEFAULT_TIME_ZONE : timeZone;
        confidential = confidential != null && confidential;
        equipment = equipment == null ? List.of() : equipment;
    }

    static OpenCenter of(Center center) {
        return new OpenCenter(
                center.code,
                center.name,
                center.organizationId,
                center.agreementId,
                center.state,
                center.municipality,
                center.timeZone,
                center.openedOn,
                center.closedOn,
                center.confidential,
                center.equipment);
    }
}
