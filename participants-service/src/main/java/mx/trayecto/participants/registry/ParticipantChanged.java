package mx.trayecto.participants.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.BooleanNode;

import mx.trayecto.participants.attributes.Attributes;
import mx.trayecto.participants.attributes.Barrier;
import mx.trayecto.participants.attributes.Disability;
import mx.trayecto.participants.attributes.Gender;
import mx.trayecto.participants.attributes.History;
import mx.trayecto.participants.attributes.Migration;
import mx.trayecto.participants.attributes.Schooling;
import mx.trayecto.participants.attributes.SelfIdentification;
import mx.trayecto.participants.attributes.Sensitive;
import mx.trayecto.participants.consents.Purpose;

/**
 * The snapshot of a person that other services see: codes only. What is sensitive is there with her consent alone, the
 * municipality of a protected record never; what is absent counts as not stated. A merged record says only into which it
 * was merged, however long the line: what is known of her is what that one says.
 */
record ParticipantChanged(
        UUID participant,
        Integer birthYear,
        Integer birthMonth,
        Gender gender,
        String state,
        String municipality,
        SelfIdentification indigenous,
        SelfIdentification afroMexican,
        Boolean disability,
        List<String> languages,
        Schooling schooling,
        Boolean student,
        Boolean mother,
        Boolean headOfHousehold,
        Migration migration,
        List<Barrier> barriers,
        Map<Purpose, Boolean> consents,
        @JsonProperty("protected") boolean protectedRecord,
        UUID mergedInto,
        Map<String, List<History.Entry>> history) {

    static final String TYPE = "mx.trayecto.participant.changed.v1";

    private static final Set<String> TOLD = Set.of(
            "gender",
            "state",
            "municipality",
            "indigenous",
            "afroMexican",
            "disability",
            "languages",
            "schooling",
            "student",
            "mother",
            "headOfHousehold",
            "migration",
            "barriers");

    static ParticipantChanged of(Participant p) {
        return p.mergedInto == null ? standing(p) : merged(p);
    }

    private static ParticipantChanged merged(Participant p) {
        return new ParticipantChanged(
                p.id,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                p.protectedRecord,
                p.mergedInto,
                Map.of());
    }

    private static ParticipantChanged standing(Participant p) {
        Attributes a = p.usable();
        boolean sensitive = p.sensitiveDataMayBeUsed();
        return new ParticipantChanged(
                p.id,
                p.birthYear,
                p.birthMonth,
                a.gender(),
                a.state(),
                p.protectedRecord ? null : a.municipality(),
                sensitive ? a.indigenous() : null,
                sensitive ? a.afroMexican() : null,
                a.disability() == null ? null : a.disability().disabled(),
                sensitive || !a.languages().isEmpty() ? a.languages() : null,
                a.schooling(),
                a.student(),
                a.mother(),
                a.headOfHousehold(),
                a.migration(),
                a.barriers(),
                p.consents.states(),
                p.protectedRecord,
                null,
                history(p, sensitive));
    }

    private static Map<String, List<History.Entry>> history(Participant p, boolean sensitive) {
        Map<String, List<History.Entry>> told = new TreeMap<>();
        p.history.byAttribute().forEach((name, entries) -> {
            if (TOLD.contains(name)
                    && (sensitive || !Sensitive.NAMES.contains(name))
                    && !(p.protectedRecord && name.equals("municipality"))) {
                told.put(name, name.equals("disability") ? disabled(entries) : entries);
            }
        });
        return told;
    }

    /** The six answers stay here; what is told is whether they amount to a disability. */
    private static List<History.Entry> disabled(List<History.Entry> answers) {
        List<History.Entry> told = new ArrayList<>();
        for (History.Entry entry : answers) {
            told.add(
                    entry.value().isNull()
                            ? entry
                            : new History.Entry(
                                    entry.from(),
                                    BooleanNode.valueOf(Attributes.read(entry.value(), Disability.class)
                                            .disabled())));
        }
        return told;
    }
}
