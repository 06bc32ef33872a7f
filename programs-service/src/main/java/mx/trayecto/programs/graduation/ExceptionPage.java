package mx.trayecto.programs.graduation;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of exceptions. */
@Schema(name = "GraduationExceptionPage")
record ExceptionPage(List<ExceptionView> items, String nextCursor) {}
