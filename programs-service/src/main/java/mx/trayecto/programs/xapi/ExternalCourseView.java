package mx.trayecto.programs.xapi;

import java.util.UUID;

import mx.trayecto.platform.concurrency.Versioned;

/** A course of a learning platform, and the module that it is. */
record ExternalCourseView(UUID id, long version, String course, UUID program, String module) implements Versioned {
    static ExternalCourseView of(ExternalCourse known) {
        return new ExternalCourseView(known.id, known.version, known.course, known.programId, known.moduleCode);
    }
}
