package mx.trayecto.programs.xapi;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import mx.trayecto.platform.text.Text;
import mx.trayecto.programs.field.Code;

/**
 * Which module a course of a learning platform is.
 *
 * @param course its id there, as statements name it: the IRI of their object
 * @param module code of a module of one of the programme's pathways
 */
record MapCourse(
        @NotNull @Text(max = 500) String course,
        @NotNull UUID program,
        @NotNull @Code String module) {

    static MapCourse of(ExternalCourse known) {
        return new MapCourse(known.course, known.programId, known.moduleCode);
    }
}
