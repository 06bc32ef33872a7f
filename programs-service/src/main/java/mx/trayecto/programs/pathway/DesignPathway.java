package mx.trayecto.programs.pathway;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import mx.trayecto.platform.text.Bilingual;

/**
 * A new version of a programme's path.
 *
 * @param pathwayVersion its number within the programme; the next one unless said
 * @param criteria the first graduation criteria; later ones are added to the pathway
 */
record DesignPathway(
        @NotNull UUID program,
        @Min(1) @Max(10_000) Integer pathwayVersion,
        @Valid Bilingual title,
        @NotEmpty @Size(max = 20) List<@NotNull @Valid PhaseDesign> phases,
        @NotNull @Valid SetCriteria criteria) {}
