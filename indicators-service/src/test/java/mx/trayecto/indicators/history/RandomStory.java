package mx.trayecto.indicators.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A tenant's life by chance: everything that can happen to the people of a few cohorts, corrections above all. */
public final class RandomStory {
    private static final LocalDate START = LocalDate.of(2023, 11, 1);
    private static final String[] MUNICIPALITIES = {"14039", "14097", "20067", "07089"};
    private static final String[] GENDERS = {"female", "female", "male", "non-binary", "undisclosed"};

    private final Random chance;
    private final Story story;
    private final List<UUID> programs = ids(2);
    private final List<UUID> centers = ids(3);
    private final List<UUID> agreements = ids(2);
    private final List<UUID> cohorts = ids(5);
    private final List<UUID> participants = ids(14);
    private final List<UUID> enrollments = ids(22);
    private final List<UUID> sessions = ids(6);
    private final List<UUID> modules = ids(3);
    private final List<UUID> responses = ids(6);
    private final List<UUID> activities = ids(4);
    private final List<UUID> staff = ids(3);
    private final int[] cohortOf = new int[22];

    public RandomStory(long seed) {
        chance = new Random(seed);
        story = new Story(UUID.randomUUID());
        for (int i = 0; i < cohortOf.length; i++) {
            cohortOf[i] = chance.nextInt(cohorts.size());
        }
    }

    public Story of(int events) {
        for (int i = 0; i < events; i++) {
            switch (chance.nextInt(20)) {
                case 0, 1, 2 -> snapshot();
                case 3 -> cohort();
                case 4 -> center();
                case 5 -> survey();
                case 6 -> activity();
                case 7 -> staff();
                default -> enrollment(chance.nextInt(enrollments.size()));
            }
        }
        return story;
    }

    private void enrollment(int which) {
        switch (chance.nextInt(16)) {
            case 0 -> enrolled(which, "applied");
            case 1, 2 -> enrolled(which, "enrolled");
            case 3 -> enrolled(which, "activated");
            case 4, 5 -> enrolled(which, "graduated", "criteriaVersion", 1);
            case 6 -> enrolled(which, "graduation-revoked", "reason", "error");
            case 7 -> enrolled(which, "withdrawn", "reason", pick("moved", "work", "care"));
            case 8 -> enrolled(which, pick("rejected", "declined", "waitlisted", "deferred"));
            case 9 -> {
                cohortOf[which] = chance.nextInt(cohorts.size());
                enrolled(which, "transferred");
            }
            case 10 -> enrolled(which, "module-completed", "module", any(modules), "hours", hours());
            case 11 -> enrolled(which, "mentored", "role", pick("mentor", "mentee"), "hours", hours());
            case 12 -> enrolled(which, "recognised", "ceremony", any(sessions));
            case 13 -> enrolled(which, "followed-up", "followUp", UUID.randomUUID(), "kind", pick("call", "visit"));
            default ->
                enrolled(
                        which,
                        pick("attendance-recorded", "attendance-corrected"),
                        "session",
                        any(sessions),
                        "attended",
                        chance.nextInt(4) > 0,
                        "hours",
                        hours());
        }
    }

    private void enrolled(int which, String what, Object... more) {
        int cohort = cohortOf[which];
        Object[] fields = {
            "enrollment", enrollments.get(which),
            "participant", participants.get(which % participants.size()),
            "program", programs.get(cohort % programs.size()),
            "cohort", cohorts.get(cohort),
            "center", centers.get(cohort % centers.size()),
            "agreement", cohort == 0 ? null : agreements.get(cohort % agreements.size()),
            "on", day()
        };
        Told told = story.tell(Story.ENROLLMENTS, "enrollment." + what, enrollments.get(which), fields);
        told.data().setAll(Story.object(more));
    }

    private void snapshot() {
        UUID participant = any(participants);
        if (chance.nextInt(12) == 0) {
            story.forget(Story.PARTICIPANTS, "participant.changed", participant);
            return;
        }
        int at = participants.indexOf(participant);
        boolean isProtected = chance.nextInt(8) == 0;
        ObjectNode history = JsonNodeFactory.instance.objectNode();
        history.set("gender", dated(GENDERS, 1 + chance.nextInt(2)));
        if (!isProtected) {
            history.set("municipality", dated(MUNICIPALITIES, 1 + chance.nextInt(3)));
        }
        // Merges lead to smaller ones only, so the end has no circle; on the way there may be any.
        UUID mergedInto = at > 0 && chance.nextInt(4) == 0 ? participants.get(chance.nextInt(at)) : null;
        story.tell(
                Story.PARTICIPANTS,
                "participant.changed",
                participant,
                "participant",
                participant,
                "birthYear",
                chance.nextInt(10) == 0 ? null : 1950 + chance.nextInt(62),
                "birthMonth",
                1 + chance.nextInt(12),
                "gender",
                GENDERS[0],
                "state",
                isProtected ? "14" : null,
                "protected",
                isProtected,
                "mergedInto",
                mergedInto,
                "history",
                history);
    }

    private ArrayNode dated(String[] values, int entries) {
        ArrayNode history = JsonNodeFactory.instance.arrayNode();
        LocalDate from = START.plusDays(chance.nextInt(200));
        for (int i = 0; i < entries; i++) {
            history.addObject().put("from", from.toString()).put("value", pick(values));
            from = from.plusDays(1 + chance.nextInt(120));
        }
        return history;
    }

    private void cohort() {
        int cohort = chance.nextInt(cohorts.size());
        story.tell(
                Story.PROGRAMS,
                "cohort.changed",
                cohorts.get(cohort),
                "cohort",
                cohorts.get(cohort),
                "code",
                "G" + cohort,
                "program",
                programs.get(cohort % programs.size()),
                "center",
                centers.get(chance.nextInt(4) == 0 ? chance.nextInt(3) : cohort % centers.size()),
                "agreement",
                chance.nextInt(3) == 0 ? null : any(agreements));
    }

    private void center() {
        UUID center = any(centers);
        if (chance.nextInt(8) == 0) {
            story.forget(Story.PROGRAMS, "center.changed", center);
            return;
        }
        story.tell(
                Story.PROGRAMS,
                "center.changed",
                center,
                "center",
                center,
                "code",
                "C" + centers.indexOf(center),
                "name",
                "Centro",
                "agreement",
                chance.nextBoolean() ? any(agreements) : null,
                "state",
                "14",
                "municipality",
                "14039",
                "openedOn",
                chance.nextInt(5) == 0 ? null : day());
    }

    private void survey() {
        int which = chance.nextInt(responses.size());
        int enrollment = which % enrollments.size();
        story.tell(
                Story.SURVEYS,
                chance.nextBoolean() ? "survey.answered" : "survey.corrected",
                responses.get(which),
                "response",
                responses.get(which),
                "enrollment",
                enrollments.get(enrollment),
                "participant",
                participants.get(enrollment % participants.size()),
                "program",
                programs.get(0),
                "cohort",
                cohorts.get(cohortOf[enrollment]),
                "center",
                centers.get(0),
                "kind",
                pick("entry", "exit"),
                "on",
                day(),
                "answers",
                Story.object("income", chance.nextInt(100)));
    }

    private void activity() {
        UUID activity = any(activities);
        ArrayNode heads = JsonNodeFactory.instance.arrayNode();
        for (String sex : new String[] {"female", "male", "all"}) {
            if (chance.nextBoolean()) {
                heads.addObject()
                        .put("sex", sex)
                        .put("count", chance.nextInt(50))
                        .put("qualifier", pick("exact", "at-least", "about", "at-most"));
            }
        }
        story.tell(
                Story.ACTIVITIES,
                pick("activity.held", "activity.corrected", "training.reported"),
                activity,
                "activity",
                activity,
                "kind",
                pick("training", "talk"),
                "audience",
                pick("officials", "public"),
                "agreement",
                chance.nextBoolean() ? any(agreements) : null,
                "startsOn",
                day(),
                "hours",
                hours(),
                "headcounts",
                heads);
    }

    private void staff() {
        UUID person = any(staff);
        story.tell(
                Story.PROGRAMS,
                "staff.changed",
                person,
                "staff",
                person,
                "kind",
                pick("facilitator", "coordinator"),
                "center",
                any(centers),
                "agreement",
                any(agreements),
                "startsOn",
                day(),
                "sex",
                pick("female", "male"));
    }

    private Integer hours() {
        return chance.nextInt(6) == 0 ? null : 1 + chance.nextInt(8);
    }

    private LocalDate day() {
        return START.plusDays(chance.nextInt(420));
    }

    private UUID any(List<UUID> ids) {
        return ids.get(chance.nextInt(ids.size()));
    }

    private String pick(String... values) {
        return values[chance.nextInt(values.length)];
    }

    private List<UUID> ids(int count) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(UUID.randomUUID());
        }
        return ids;
    }
}
