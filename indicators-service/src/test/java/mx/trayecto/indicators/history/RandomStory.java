package mx.trayecto.indicators.history;

import java.util.List;
import java.util.UUID;

/** A tenant's life by chance: everything that can happen to the people of a few cohorts, corrections above all. */
public final class RandomStory {
    private final Chance chance;
    private final Story story;
    private final RandomPlaces places;
    private final RandomPeople people;
    private final List<UUID> enrollments = Chance.ids(22);
    private final List<UUID> sessions = Chance.ids(6);
    private final List<UUID> modules = Chance.ids(3);
    private final List<UUID> responses = Chance.ids(6);
    private final int[] cohortOf = new int[22];

    public RandomStory(long seed) {
        chance = new Chance(seed);
        story = new Story(UUID.randomUUID());
        places = new RandomPlaces(chance, story);
        people = new RandomPeople(chance, story);
        for (int i = 0; i < cohortOf.length; i++) {
            cohortOf[i] = chance.below(places.cohorts.size());
        }
    }

    public Story of(int events) {
        for (int i = 0; i < events; i++) {
            switch (chance.below(20)) {
                case 0, 1, 2 -> people.happen();
                case 3 -> places.cohort();
                case 4 -> places.center();
                case 5 -> survey();
                case 6 -> places.activity();
                case 7 -> places.staff();
                case 8 -> places.support();
                case 9 -> places.qualification();
                default -> enrollment(chance.below(enrollments.size()));
            }
        }
        people.end();
        return story;
    }

    private void enrollment(int which) {
        switch (chance.below(17)) {
            case 0 -> tell(which, "applied");
            case 1, 2 -> tell(which, "enrolled");
            case 3 -> tell(which, "activated");
            case 4, 5 -> tell(which, "graduated").with("criteriaVersion", 1);
            case 6 -> tell(which, "graduation-revoked").with("reason", "error");
            case 7 -> tell(which, "withdrawn").with("reason", chance.pick("moved", "work", "care"));
            case 8 -> tell(which, chance.pick("rejected", "declined", "waitlisted", "deferred"));
            case 9 -> {
                cohortOf[which] = chance.below(places.cohorts.size());
                tell(which, "transferred");
            }
            case 10 ->
                tell(which, "module-completed")
                        .with("module", chance.any(modules))
                        .with("hours", chance.hours());
            case 11 ->
                tell(which, "mentored")
                        .with("role", chance.pick("mentor", "mentee"))
                        .with("hours", chance.hours());
            case 12 -> tell(which, "recognised").with("ceremony", chance.any(sessions));
            case 13 ->
                tell(which, "followed-up")
                        .with("followUp", UUID.randomUUID())
                        .with("kind", chance.pick("call", "visit"));
            case 14 ->
                tell(which, "completion-revoked")
                        .with("module", chance.any(modules))
                        .with("reason", "mistake");
            default ->
                tell(which, chance.pick("attendance-recorded", "attendance-corrected"))
                        .with("session", chance.any(sessions))
                        .with("attended", !chance.oneIn(4))
                        .with("hours", chance.hours());
        }
    }

    private Told tell(int which, String what) {
        return now(which).tell(story, what, chance.day());
    }

    /** The enrolment where it stands now; several belong to one woman. */
    private Enrolled now(int which) {
        UUID participant = people.participants.get(which % people.participants.size());
        return places.in(cohortOf[which], enrollments.get(which), participant);
    }

    private void survey() {
        int which = chance.below(responses.size());
        Enrolled enrolled = now(which);
        story.tell(Story.SURVEYS, chance.pick("survey.answered", "survey.corrected"), responses.get(which))
                .with("response", responses.get(which))
                .with("enrollment", enrolled.enrollment())
                .with("participant", enrolled.participant())
                .with("program", enrolled.program())
                .with("cohort", enrolled.cohort())
                .with("center", enrolled.center())
                .with("kind", chance.pick("entry", "exit"))
                .with("on", chance.day())
                .with("answers", Story.object("income", chance.below(100)));
    }
}
