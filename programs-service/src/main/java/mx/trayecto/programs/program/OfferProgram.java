package mx.trayecto.programs.program;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.platform.text.Text;
import mx.trayecto.programs.field.BudgetKey;
import mx.trayecto.programs.field.Code;
import mx.trayecto.programs.field.Distinct;

/**
 * A programme as it shall be.
 *
 * @param code unique in the tenant
 * @param owner the organization that answers for it
 * @param lawfulBasis the public function its data processing rests on, as the privacy notice cites it
 * @param budgetKey key in the federal budget, such as {@code S010}; where none is given with the one that it succeeds, it
 *     goes on under that one's key
 * @param succeeds the programme whose place it takes
 */
record OfferProgram(
        @NotNull @Code String code,
        @NotNull @Valid Bilingual title,
        @NotNull UUID owner,
        @NotNull Audience audience,
        @NotNull @Text(max = 500) String lawfulBasis,
        @Size(max = 30) @Distinct List<@NotNull @Valid PolicyReference> policyReferences,

        @BudgetKey
        @Schema(
                description =
                        "Key in the federal budget. Where `succeeds` is set and none is given, that of the programme whose"
                                + " place it takes")
        String budgetKey,

        @Schema(description = "The programme whose place it takes")
        UUID succeeds) {

    OfferProgram {
        policyReferences = policyReferences == null ? List.of() : policyReferences;
    }

    static OfferProgram of(Program program) {
        return new OfferProgram(
                program.code,
                program.title,
                program.ownerId,
                program.audience,
                program.lawfulBasis,
                program.policyReferences,
                program.budgetKey,
                program.succeedsId);
    }
}
