package mx.trayecto.programs.xapi;

import java.util.List;

/** One page of courses. */
record ExternalCoursePage(List<ExternalCourseView> items, String nextCursor) {}
