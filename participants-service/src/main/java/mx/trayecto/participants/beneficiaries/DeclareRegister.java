package mx.trayecto.participants.beneficiaries;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.platform.text.Text;

/** A register of beneficiaries: of which programme and days, and by which law names in it are public. */
@Schema(
        description =
                "A register of beneficiaries (padrón). What stands in it is read from the programme's deliveries.")
record DeclareRegister(
        @NotNull @Pattern(regexp = "^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$") @Schema(description = "CD_PADRON")
        String code,

        @NotNull @Valid Bilingual title,
        @NotNull UUID program,

        @NotNull @Text(max = 100) @Schema(description = "CD_DEPENDENCIA: who answers for the programme")
        String dependency,

        @NotNull @Text(max = 100) @Schema(description = "CD_INSTITUCION: who runs it")
        String institution,

        @Text(max = 100) @Schema(description = "CD_INTRAPROGRAMA: the part of the programme, where it has parts")
        String intraProgram,

        @Text(max = 500)
        @Schema(
                description =
                        "The law that requires names to be public, with its article. Without one only those are named"
                                + " in the public layout who consented to `sharing`")
        String legalBasis,

        @NotNull LocalDate startsOn,
        @NotNull LocalDate endsOn) {

    static DeclareRegister of(BeneficiaryRegister r) {
        return new DeclareRegister(
                r.code,
                r.title,
                r.programId,
                r.dependency,
                r.institution,
                r.intraProgram,
                r.legalBasis,
                r.startsOn,
                r.endsOn);
    }
}
