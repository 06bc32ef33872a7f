package mx.trayecto.programs.xapi;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import mx.trayecto.programs.field.Described;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.field.Unique;
import mx.trayecto.programs.pathway.Pathway;
import mx.trayecto.programs.pathway.PathwayModule;
import mx.trayecto.programs.program.Program;

/** Says of courses which module they are. */
@ApplicationScoped
class ExternalCourses extends Described<ExternalCourse, MapCourse, ExternalCourseView> {
    static final String PATH = "/v1/external-courses";

    ExternalCourses() {
        super(
                PATH,
                ExternalCourse.class,
                MapCourse.class,
                ExternalCourse::new,
                ExternalCourse::describe,
                MapCourse::of,
                ExternalCourseView::of);
    }

    /** The module of a pathway that a course is: as the pathway says itself, or as the course was mapped. */
    static Optional<PathwayModule> module(Pathway pathway, String course) {
        Optional<PathwayModule> own = pathway.modules()
                .filter(module -> course.equals(module.externalCourseId()))
                .findFirst();
        return own.isPresent()
                ? own
                : ExternalCourse.<ExternalCourse>find("programId = ?1 and course = ?2", pathway.programId, course)
                        .firstResultOptional()
                        .flatMap(known -> pathway.module(known.moduleCode));
    }

    @Override
    protected void follow(MapCourse command, References references) {
        references.follow("/program", command.program(), Program::find);
        if (!taught(command.program(), command.module())) {
            references.unknown("/module");
        }
    }

    private static boolean taught(UUID program, String module) {
        return Pathway.<Pathway>list("programId", program).stream()
                .anyMatch(pathway -> pathway.module(module).isPresent());
    }

    @Override
    protected void store(ExternalCourse course) {
        Unique.store(course, "/course", PATH, Map.of("programId", course.programId, "course", course.course));
    }
}
