package mx.trayecto.programs.pathway;

import java.util.List;
import java.util.UUID;

import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.text.Bilingual;

/**
 * A pathway as it is.
 *
 * @param version of the resource, as in its ETag
 * @param pathwayVersion which of its programme's pathways it is
 * @param inUse a cohort follows it: it no longer changes
 */
record PathwayView(
        UUID id,
        long version,
        UUID program,
        int pathwayVersion,
        Bilingual title,
        List<Phase> phases,
        List<GraduationCriteria> criteria,
        boolean inUse)
        implements Versioned {

    static PathwayView of(Pathway pathway) {
        return new PathwayView(
                pathway.id,
                pathway.version,
                pathway.programId,
                pathway.pathwayVersion,
                pathway.title,
                pathway.phases,
                pathway.criteria,
                pathway.inUse);
    }
}
