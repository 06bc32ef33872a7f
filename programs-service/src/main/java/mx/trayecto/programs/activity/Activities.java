package mx.trayecto.programs.activity;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.concurrency.Preconditions;
import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.programs.access.Reach;
import mx.trayecto.programs.agreement.Agreement;
import mx.trayecto.programs.center.Center;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.organization.Organization;
import mx.trayecto.programs.topic.Topics;

/** Takes reports of activities and their corrections; each tells the activity as it is now known. */
@ApplicationScoped
class Activities {
    @Inject
    Reach reach;

    @Inject
    Preconditions preconditions;

    @Inject
    MergePatch merge;

    @Inject
    Outbox outbox;

    ActivityView report(ReportActivity command) {
        UUID tenant = reach.center(command.center());
        Activity activity = new Activity(tenant, command, follow(command));
        activity.persist();
        return told(activity, activity.kind.trains() ? ActivityRecord.REPORTED : ActivityRecord.HELD);
    }

    ActivityView change(UUID id, JsonNode patch) {
        Activity activity = Activity.find(id).orElseThrow(ProblemException::notFound);
        reach.center(activity.centerId);
        preconditions.check(activity.version);
        ReportActivity command = merge.apply(ReportActivity.of(activity), patch, ReportActivity.class);
        reach.center(command.center());
        activity.describe(command, follow(command));
        return told(activity, ActivityRecord.CORRECTED);
    }

    ActivityView view(UUID id) {
        return Activity.find(id).map(ActivityView::of).orElseThrow(ProblemException::notFound);
    }

    private ActivityView told(Activity activity, String type) {
        outbox.append(Topics.ACTIVITIES, activity.id, type, ActivityRecord.of(activity));
        return ActivityView.of(activity);
    }

    /** Follows the references and gives today's date where the activity was held. */
    private static LocalDate follow(ReportActivity command) {
        References references = new References();
        references.follow("/organization", command.organization(), Organization::find);
        references.follow("/agreement", command.agreement(), Agreement::find);
        Center center = references.follow("/center", command.center(), Center::find);
        references.check();
        return LocalDate.now(center == null ? ZoneId.of(Center.DEFAULT_TIME_ZONE) : center.zone());
    }
}
