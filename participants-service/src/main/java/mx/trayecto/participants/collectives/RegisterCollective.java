package mx.trayecto.participants.collectives;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.participants.geography.State;
import mx.trayecto.platform.text.Text;

/** What is told of a collective: whole in a registration, in part in a merge patch. */
@Schema(description = "A cooperative or a productive network, without its members")
record RegisterCollective(
        @NotNull @Text(max = 200) String name,
        @NotNull CollectiveKind kind,
        @NotNull Sector sector,
        @NotNull @Pattern(regexp = State.MUNICIPALITY_CODE) String municipality,
        LegalForm legalForm,
        @Valid Trademark trademark,
        LocalDate formedOn,
        LocalDate dissolvedOn,

        @Schema(description = "The learning centre that accompanies it; staff of one centre need not name it")
        UUID center) {

    static RegisterCollective of(Collective c) {
        return new RegisterCollective(
                c.name,
                c.kind,
                c.sector,
                c.municipality,
                c.legalForm,
                c.trademark,
                c.formedOn,
                c.dissolvedOn,
                c.centerId);
    }
}
