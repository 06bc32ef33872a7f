package mx.trayecto.programs.pathway;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import mx.trayecto.platform.tenancy.TenantEntity;
import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.platform.text.Text;
import mx.trayecto.programs.field.Code;
import mx.trayecto.programs.field.Distinct;
import mx.trayecto.programs.field.Hours;
import mx.trayecto.programs.field.References;

/**
 * A phase as it shall be.
 *
 * @param code unique in the pathway
 * @param after codes of earlier phases that must come first: a module is completed only once the required modules of
 *     those phases are, and of the phases that they come after
 * @param startsOnDay first day it is planned for, counted from the cohort's first day, which is 1; sessions and
 *     completions may lie outside
 * @param endsOnDay last day it is planned for, counted alike
 */
record PhaseDesign(
        @NotNull @Code String code,
        @NotNull @Valid Bilingual title,
        @Size(max = 20) @Distinct List<@NotNull @Code String> after,
        @Min(1) @Max(3_650) Integer startsOnDay,
        @Min(1) @Max(3_650) Integer endsOnDay,
        @NotEmpty @Size(max = 100) List<@NotNull @Valid ModuleDesign> modules) {

    PhaseDesign {
        after = after == null ? List.of() : after;
    }

    /**
     * A module as it shall be.
     *
     * @param code unique in the pathway
     * @param required must be completed unless the criteria say otherwise; true unless said
     * @param externalCourseId the course's id in a learning platform
     */
    record ModuleDesign(
            @NotNull @Code String code,
            @NotNull @Valid Bilingual title,

            @NotNull @DecimalMin("0.25") @DecimalMax("2000") @Digits(integer = 4, fraction = 2)
            BigDecimal hours,

            @NotNull Modality modality,
            Boolean required,
            @Text(max = 200) String externalCourseId) {
        ModuleDesign {
            hours = Hours.plain(hours);
            required = required == null || required;
        }
    }

    static PhaseDesign of(Phase phase) {
        return new PhaseDesign(
                phase.code(),
                phase.title(),
                phase.after(),
                phase.startsOnDay(),
                phase.endsOnDay(),
                phase.modules().stream()
                        .map(module -> new ModuleDesign(
                                module.code(),
                                module.title(),
                                module.hours(),
                                module.modality(),
                                module.required(),
                                module.externalCourseId()))
                        .toList());
    }

    /** The phases designed; a module keeps the id it has among {@code known} under its code. */
    static List<Phase> phases(List<PhaseDesign> designs, List<PathwayModule> known) {
        References faults = new References();
        Set<String> earlier = new HashSet<>();
        Set<String> modules = new HashSet<>();
        List<Phase> phases = new ArrayList<>();
        for (PhaseDesign design : designs) {
            String at = "/phases/" + phases.size();
            for (int i = 0; i < design.after.size(); i++) {
                String before = design.after.get(i);
                if (!earlier.contains(before)) {
                    refuse(faults, at + "/after/" + i, designs.stream().anyMatch(any -> any.code.equals(before)));
                }
            }
            if (!earlier.add(design.code)) {
                repeated(faults, at + "/code");
            }
            for (int i = 0; i < design.modules.size(); i++) {
                if (!modules.add(design.modules.get(i).code)) {
                    repeated(faults, at + "/modules/" + i + "/code");
                }
            }
            phases.add(design.phase(known));
        }
        PhaseDays.check(phases, faults);
        faults.check();
        return phases;
    }

    /** Phases are in their order: one that waits for itself or for a later one waits for ever. */
    private static void refuse(References faults, String pointer, boolean known) {
        if (known) {
            faults.refuse(
                    pointer,
                    "prerequisite-cycle",
                    "nombra la misma fase o una posterior",
                    "names the phase itself or a later one");
        } else {
            faults.unknown(pointer);
        }
    }

    private static void repeated(References faults, String pointer) {
        faults.refuse(pointer, "distinct", "no debe repetirse", "must not be repeated");
    }

    private Phase phase(List<PathwayModule> known) {
        return new Phase(
                code,
                title,
                after,
                startsOnDay,
                endsOnDay,
                modules.stream()
                        .map(module -> new PathwayModule(
                                known.stream()
                                        .filter(old -> old.code().equals(module.code))
                                        .map(PathwayModule::id)
                                        .findFirst()
                                        .orElseGet(TenantEntity::newId),
                                module.code,
                                module.title,
                                module.hours,
                                module.modality,
                                module.required,
                                module.externalCourseId))
                        .toList());
    }
}
