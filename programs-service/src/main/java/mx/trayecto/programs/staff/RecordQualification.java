package mx.trayecto.programs.staff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.platform.text.Opaque;
import mx.trayecto.platform.text.Text;
import mx.trayecto.programs.field.BusinessDate;
import mx.trayecto.programs.field.Code;
import mx.trayecto.programs.field.Hours;

/**
 * A training that a member of staff went through, or a certificate of competence that she got, as it was.
 *
 * @param standard code of the standard of competence, such as CONOCER's EC0539
 * @param on the day it was completed, or the certificate was given
 * @param organization who trained or certified her
 * @param agreement under which; hers unless said
 * @param mistaken recorded by mistake: it counts no more
 */
@Schema(description = "A training that a member of staff went through, or a certificate of competence that she got")
record RecordQualification(
        @NotNull QualificationKind kind,
        @NotNull @Valid Bilingual title,

        @Code @Schema(description = "Code of the standard of competence, such as `EC0539`")
        String standard,

        @NotNull @BusinessDate LocalDate on,

        @DecimalMin("0.25") @DecimalMax("10000") @Digits(integer = 5, fraction = 2)
        BigDecimal hours,

        @Schema(description = "Who trained or certified her")
        UUID organization,

        @Schema(description = "The one that she is engaged under, unless said")
        UUID agreement,

        @Opaque
        @Text(max = 100)
        @Schema(
                description =
                        "Folio of her certificate; required of a certification that counts. Public registers find her name by it:"
                                + " it is kept sealed")
        String certificate,

        @Schema(description = "It counts no more") Boolean mistaken) {

    RecordQualification {
        hours = Hours.plain(hours);
        mistaken = mistaken != null && mistaken;
    }
}
