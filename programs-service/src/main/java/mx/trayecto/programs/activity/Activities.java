package mx.trayecto.programs.activity;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.platform.storage.Sql;
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

    @Inject
    Sql sql;

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
        Activity campaign = references.follow("/campaign", command.campaign(), Activity::campaign);
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

    /** Its changes come one after another, and what is reported as part of a campaign waits for them. */
    @Override
    protected LockModeType lock() {
        return LockModeType.PESSIMISTIC_WRITE;
    }

    @Override
    protected void change(Activity activity, ReportActivity command) {
        if (activity.kind == ActivityKind.CAMPAIGN) {
            requirePartsWithin(activity, command);
        }
        super.change(activity, command);
    }

    /** What was held as part of a campaign stays within its days, and part of a campaign. */
    private void requirePartsWithin(Activity campaign, ReportActivity command) {
        References faults = new References();
        sql.first(
                        "SELECT first_on, last_on FROM campaign_days(?)",
                        row -> new LocalDate[] {row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)},
                        campaign.id)
                .ifPresent(held -> {
                    if (command.kind() != ActivityKind.CAMPAIGN) {
                        faults.refuse(
                                "/kind",
                                "has-activities",
                                "hay actividades que son parte de esta campaña",
                                "there are activities that are part of this campaign");
                    }
                    if (command.startsOn().isAfter(held[0])) {
                        partsOutside(faults, "/startsOn", held[0]);
                    }
                    if (command.endsOn().isBefore(held[1])) {
                        partsOutside(faults, "/endsOn", held[1]);
                    }
                });
        faults.check();
    }

    private static void partsOutside(References faults, String pointer, LocalDate held) {
        faults.refuse(
                pointer,
                "activities-outside",
                "deja fuera una actividad de la campaña, del " + held,
                "leaves out an activity of the campaign, of " + held);
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
