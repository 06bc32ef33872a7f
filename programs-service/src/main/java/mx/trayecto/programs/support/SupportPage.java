package mx.trayecto.programs.support;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of what institutions were given. */
@Schema(name = "InstitutionalSupportPage")
record SupportPage(List<SupportView> items, String nextCursor) {}
