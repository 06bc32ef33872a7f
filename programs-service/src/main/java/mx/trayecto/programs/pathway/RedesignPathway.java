package mx.trayecto.programs.pathway;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import mx.trayecto.platform.text.Bilingual;

/** What of a pathway may be changed as long as no cohort follows it. */
record RedesignPathway(
        @Valid Bilingual title, @NotEmpty @Size(max = 20) List<@NotNull @Valid PhaseDesign> phases) {

    static RedesignPathway of(Pathway pathway) {
        return new RedesignPathway(
                pathway.title, pathway.phases.stream().map(PhaseDesign::of).toList());
    }
}
