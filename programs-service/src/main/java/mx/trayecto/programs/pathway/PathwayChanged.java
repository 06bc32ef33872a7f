package mx.trayecto.programs.pathway;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import mx.trayecto.platform.text.Bilingual;

/**
 * Snapshot of a pathway, {@code mx.trayecto.pathway.changed.v1}.
 *
 * @param version which of its programme's pathways it is
 * @param criteria with the modules they require named, also where they take the pathway's own
 */
record PathwayChanged(
        UUID pathway, UUID program, int version, List<Module> modules, List<GraduationCriteria> criteria) {
    static final String TYPE = "mx.trayecto.pathway.changed.v1";

    record Module(UUID module, String code, Bilingual title, BigDecimal hours, boolean required, Modality modality) {}

    static PathwayChanged of(Pathway pathway) {
        return new PathwayChanged(
                pathway.id,
                pathway.programId,
                pathway.pathwayVersion,
                pathway.modules()
                        .map(module -> new Module(
                                module.id(),
                                module.code(),
                                module.title(),
                                module.hours(),
                                module.required(),
                                module.modality()))
                        .toList(),
                pathway.criteria.stream()
                        .map(version -> version.requiring(pathway.modulesRequiredBy(version).stream()
                                .map(PathwayModule::code)
                                .toList()))
                        .toList());
    }
}
