package mx.trayecto.programs.activity;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.programs.agreement.Agreement;
import mx.trayecto.programs.center.Center;
import mx.trayecto.programs.field.Described;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.organization.Organization;
import mx.trayecto.programs.topic.Topics;

/** Takes reports of activities and their corrections; each tells the activity as it is now known. */
@ApplicationScoped
class Activities extends Described<Activity, ReportActivity, ActivityView> {
    @Inject
    Outbox outbox;

    Activities() {
        super(
                "/v1/activities",
                Activity.class,
                ReportActivity.class,
                (tenant, command) -> new Activity(tenant, command, today(command)),
                (activity, command) -> activity.describe(command, today(command)),
                ReportActivity::of,
                ActivityView::of);
    }

    @Override
    protected boolean ofOneCenter() {
        return true;
    }

    @Override
    protected UUID center(ReportActivity command) {
        return command.center();
    }

    @Override
    protected void follow(ReportActivity command, References references) {
        references.follow("/organization", command.organization(), Organization::find);
        references.follow("/agreement", command.agreement(), Agreement::find);
        references.follow("/center", command.center(), Center::find);
        Activity campaign = references.follow("/campaign", command.campaign(), Activities::campaign);
        if (campaign != null
                && (command.startsOn().isBefore(campaign.startsOn)
                        || command.endsOn().isAfter(campaign.endsOn))) {
            references.refuse(
                    "/startsOn",
                    "outside-campaign",
                    "debe estar dentro de los días de la campaña",
                    "must be within the campaign's days");
        }
    }

    private static Optional<Activity> campaign(UUID id) {
        return Activity.find(id).filter(activity -> activity.kind == ActivityKind.CAMPAIGN);
    }

    @Override
    protected void store(Activity activity) {
        boolean known = activity.isPersistent();
        activity.persist();
        String first = activity.kind.trains() ? ActivityRecord.REPORTED : ActivityRecord.HELD;
        outbox.append(
                Topics.ACTIVITIES, activity.id, known ? ActivityRecord.CORRECTED : first, ActivityRecord.of(activity));
    }

    /** Today where the activity was held. */
    private static LocalDate today(ReportActivity command) {
        return LocalDate.now(Optional.ofNullable(command.center())
                .flatMap(Center::find)
                .map(Center::zone)
                .orElse(ZoneId.of(Center.DEFAULT_TIME_ZONE)));
    }
}
