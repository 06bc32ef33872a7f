package mx.trayecto.indicators.history;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The women of a random story: described, described anew, merged, parted again and suppressed. */
final class RandomPeople {
    private static final String[] MUNICIPALITIES = {"14039", "14097", "20067", "07089"};
    private static final String[] GENDERS = {"female", "female", "male", "non-binary", "undisclosed"};

    final List<UUID> participants = Chance.ids(14);
    private final Chance chance;
    private final Story story;

    RandomPeople(Chance chance, Story story) {
        this.chance = chance;
        this.story = story;
    }

    void happen() {
        int which = chance.below(participants.size());
        if (chance.oneIn(6)) {
            suppress(which);
        } else {
            describe(which);
        }
    }

    /** Towards the end some are suppressed, merged or not, and a few of them are described once more. */
    void end() {
        for (int which = 0; which < participants.size(); which++) {
            if (chance.oneIn(3)) {
                suppress(which);
            }
        }
        for (int which = 0; which < participants.size(); which++) {
            if (chance.oneIn(8)) {
                describe(which);
            }
        }
    }

    private void suppress(int which) {
        story.forget(Story.PARTICIPANTS, "participant.changed", participants.get(which));
    }

    private void describe(int which) {
        boolean isProtected = chance.oneIn(8);
        // Merges lead to smaller ones only, so the end has no circle; on the way there may be any.
        UUID into = which > 0 && chance.oneIn(3) ? participants.get(chance.below(which)) : null;
        if (into != null && chance.oneIn(2)) {
            merge(which, into);
            return;
        }
        ObjectNode history = JsonNodeFactory.instance.objectNode();
        history.set("gender", dated(GENDERS, 1 + chance.below(2)));
        if (!isProtected) {
            history.set("municipality", dated(MUNICIPALITIES, 1 + chance.below(3)));
        }
        story.changed(Story.PARTICIPANTS, "participant", participants.get(which))
                .with("birthYear", chance.oneIn(10) ? null : 1950 + chance.below(62))
                .with("birthMonth", 1 + chance.below(12))
                .with("gender", GENDERS[0])
                .with("state", isProtected ? "14" : null)
                .with("protected", isProtected)
                .with("mergedInto", into)
                .with("history", history);
    }

    /** As the registry tells it: nothing but into whom. What is told of her next takes it back, or tells of another. */
    private void merge(int which, UUID into) {
        story.changed(Story.PARTICIPANTS, "participant", participants.get(which))
                .with("protected", chance.oneIn(8))
                .with("mergedInto", into)
                .with("history", JsonNodeFactory.instance.objectNode());
    }

    private ArrayNode dated(String[] values, int entries) {
        ArrayNode history = JsonNodeFactory.instance.arrayNode();
        LocalDate from = chance.day();
        for (int i = 0; i < entries; i++) {
            history.addObject().put("from", from.toString()).put("value", chance.pick(values));
            from = from.plusDays(1 + chance.below(120));
        }
        return history;
    }
}
