package mx.trayecto.participants.registry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.participants.attributes.Attributes;
import mx.trayecto.participants.attributes.Effective;

/** Between what is told of a person and what is kept of her. */
final class Forms {
    /** The questions that are taken back together where their object is null. */
    private static final Set<String> SELF_IDENTIFICATION = Set.of("indigenous", "afroMexican");

    private Forms() {}

    /** The coded attributes that a form tells. */
    static Attributes attributes(RegisterParticipant f) {
        SelfIdentificationAnswers self = f.selfIdentification();
        return new Attributes(
                f.gender(),
                f.civilStatus(),
                f.residence().state(),
                f.residence().municipality(),
                self == null ? null : self.indigenous(),
                self == null ? null : self.afroMexican(),
                f.disability(),
                f.languages(),
                f.schooling(),
                f.student(),
                f.incomeActivity(),
                f.mother(),
                f.headOfHousehold(),
                f.dependants(),
                f.migration(),
                f.barriers());
    }

    /** The form as it would be filled today with all that is stored of her. */
    static RegisterParticipant current(Participant p, Identity i) {
        return current(p, p.attributes, i);
    }

    /**
     * The form as it would be filled today: what a merge patch is merged over.
     *
     * @param a as far as the answer to the patch may hang on them
     */
    static RegisterParticipant current(Participant p, Attributes a, Identity i) {
        return new RegisterParticipant(
                i.givenName(),
                i.firstSurname(),
                i.secondSurname(),
                i.birthDate(),
                a.gender(),
                i.birthState(),
                i.curp(),
                a.civilStatus(),
                new Residence(a.state(), a.municipality(), i.locality(), i.address()),
                i.phone(),
                i.email(),
                i.safeContact(),
                a.languages(),
                new SelfIdentificationAnswers(a.indigenous(), a.afroMexican()),
                a.disability(),
                a.schooling(),
                a.student(),
                i.occupation(),
                a.incomeActivity(),
                a.mother(),
                a.headOfHousehold(),
                i.householdId(),
                a.dependants(),
                a.migration(),
                a.barriers(),
                i.guardian(),
                p.protectedRecord,
                p.alias,
                List.of(),
                List.of(),
                null,
                p.registeredOn,
                Effective.NOW);
    }

    /** The fields that a patch speaks of, those within objects among them: but a guardian's names are none of hers. */
    static Set<String> mentioned(JsonNode patch) {
        Set<String> names = new TreeSet<>();
        if (patch == null) {
            return names;
        }
        patch.properties().forEach(field -> {
            names.add(field.getKey());
            if (!field.getKey().equals("guardian")) {
                field.getValue().fieldNames().forEachRemaining(names::add);
            }
            if (field.getKey().equals("selfIdentification") && field.getValue().isNull()) {
                names.addAll(SELF_IDENTIFICATION);
            }
        });
        return names;
    }

    /** Of a change that was made, what the audit tells: which fields it was of, and nothing of what stands in them. */
    static Map<String, ?> told(Set<String> changed) {
        return Map.of("fields", List.copyOf(changed));
    }
}
