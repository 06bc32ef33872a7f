package mx.trayecto.programs.staff;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of what a member of staff was trained or certified in. */
@Schema(name = "StaffQualificationPage")
record QualificationPage(List<QualificationView> items, String nextCursor) {}
