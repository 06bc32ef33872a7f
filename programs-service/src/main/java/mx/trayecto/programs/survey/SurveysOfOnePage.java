package mx.trayecto.programs.survey;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of what the women of a cohort are to answer. */
@Schema(name = "ScheduledSurveysPage")
record SurveysOfOnePage(List<SurveysOfOne> items, String nextCursor) {}
