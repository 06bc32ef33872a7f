package mx.trayecto.indicators.history;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Where a random story happens: its cohorts and centres, who works there and what is held there. */
final class RandomPlaces {
    final List<UUID> programs = Chance.ids(2);
    final List<UUID> centers = Chance.ids(3);
    final List<UUID> agreements = Chance.ids(2);
    final List<UUID> cohorts = Chance.ids(5);
    private final List<UUID> activities = Chance.ids(4);
    private final List<UUID> staff = Chance.ids(3);
    private final List<UUID> qualifications = Chance.ids(6);
    private final List<UUID> supports = Chance.ids(5);
    private final List<UUID> institutions = Chance.ids(2);
    private final Chance chance;
    private final Story story;

    RandomPlaces(Chance chance, Story story) {
        this.chance = chance;
        this.story = story;
    }

    /** Where an enrolment in a cohort stands by its own word. */
    Enrolled in(int cohort, UUID enrollment, UUID participant) {
        return new Enrolled(
                enrollment,
                participant,
                programs.get(cohort % programs.size()),
                cohorts.get(cohort),
                centers.get(cohort % centers.size()),
                cohort == 0 ? null : agreements.get(cohort % agreements.size()));
    }

    void cohort() {
        int cohort = chance.below(cohorts.size());
        story.changed(Story.PROGRAMS, "cohort", cohorts.get(cohort))
                .with("code", "G" + cohort)
                .with("program", programs.get(cohort % programs.size()))
                .with("center", centers.get(chance.oneIn(4) ? chance.below(3) : cohort % centers.size()))
                .with("agreement", chance.oneIn(3) ? null : chance.any(agreements));
    }

    void center() {
        UUID center = chance.any(centers);
        if (chance.oneIn(8)) {
            story.forget(Story.PROGRAMS, "center.changed", center);
            return;
        }
        story.changed(Story.PROGRAMS, "center", center)
                .with("code", "C" + centers.indexOf(center))
                .with("name", "Centro")
                .with("agreement", chance.oneIn(2) ? chance.any(agreements) : null)
                .with("state", "14")
                .with("municipality", "14039")
                .with("openedOn", chance.oneIn(5) ? null : chance.day());
    }

    void activity() {
        UUID activity = chance.any(activities);
        ArrayNode heads = JsonNodeFactory.instance.arrayNode();
        for (String sex : new String[] {"female", "male", "all"}) {
            if (chance.oneIn(2)) {
                heads.addObject()
                        .put("sex", sex)
                        .put("count", chance.below(50))
                        .put("qualifier", chance.pick("exact", "at-least", "about", "at-most"));
            }
        }
        String what = chance.pick("activity.held", "activity.corrected", "training.reported");
        story.tell(Story.ACTIVITIES, what, activity, "activity", activity)
                .with("kind", chance.pick("training", "talk"))
                .with("audience", chance.pick("officials", "public"))
                .with("agreement", chance.oneIn(2) ? chance.any(agreements) : null)
                .with("startsOn", chance.day())
                .with("hours", chance.hours())
                .with("headcounts", heads);
    }

    /** Institutions are few, so that one is given several things. */
    void support() {
        UUID support = chance.any(supports);
        boolean known = chance.oneIn(2);
        story.tell(Story.ACTIVITIES, chance.pick("support.given", "support.corrected"), support, "support", support)
                .with("organization", chance.any(institutions))
                .with("program", chance.any(programs))
                .with("agreement", chance.oneIn(2) ? chance.any(agreements) : null)
                .with("kind", chance.pick("funding", "training"))
                .with("municipality", chance.oneIn(2) ? "14039" : null)
                .with("amount", known ? chance.below(1_000) + ".50" : null)
                .with("currency", known ? chance.pick("MXN", "USD") : null)
                .with("startsOn", chance.day())
                .with("mistaken", chance.oneIn(5));
    }

    /** The staff are few, so that one is trained in several things. */
    void qualification() {
        int which = chance.below(qualifications.size());
        UUID qualification = qualifications.get(which);
        String what = chance.pick("qualification.recorded", "qualification.corrected");
        story.tell(Story.ACTIVITIES, what, qualification, "qualification", qualification)
                .with("staff", staff.get(which % staff.size()))
                .with("staffKind", chance.pick("official", "facilitator"))
                .with("sex", chance.pick("female", "male", null))
                .with("center", chance.oneIn(2) ? chance.any(centers) : null)
                .with("agreement", chance.oneIn(2) ? chance.any(agreements) : null)
                .with("kind", chance.pick("training", "certification"))
                .with("on", chance.day())
                .with("hours", chance.oneIn(3) ? null : chance.hours())
                .with("mistaken", chance.oneIn(5));
    }

    void staff() {
        story.changed(Story.PROGRAMS, "staff", chance.any(staff))
                .with("kind", chance.pick("facilitator", "coordinator"))
                .with("center", chance.any(centers))
                .with("agreement", chance.any(agreements))
                .with("startsOn", chance.day())
                .with("sex", chance.pick("female", "male"));
    }
}
