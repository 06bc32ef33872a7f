package mx.trayecto.programs.enrollment;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of enrolments, for the contract. */
@Schema(description = "A page of enrolments")
record EnrollmentPage(List<EnrollmentView> items, String nextCursor) {}
