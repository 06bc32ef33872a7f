package mx.trayecto.participants.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.participants.attributes.Attributes;
import mx.trayecto.participants.attributes.Barrier;
import mx.trayecto.participants.attributes.CivilStatus;
import mx.trayecto.participants.attributes.Disability;
import mx.trayecto.participants.attributes.Gender;
import mx.trayecto.participants.attributes.IncomeActivity;
import mx.trayecto.participants.attributes.Migration;
import mx.trayecto.participants.attributes.Schooling;
import mx.trayecto.participants.consents.Purpose;
import mx.trayecto.participants.curp.CurpCheck;
import mx.trayecto.participants.references.Reference;
import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.text.Bilingual;

/** A person as the caller may see her: a protected record by alias and state alone, sensitive attributes with consent. */
@Schema(
        name = "Participant",
        description = "A protected record shows its alias, her state and her consents; a portal sees its own references"
                + " too. Everything else is shown under an identity access only. Sensitive attributes are left out"
                + " without her consent.")
record ParticipantView(
        UUID id,
        long version,

        @Schema(description = "Only where she was asked for by a merged record: the one that stands for it, shown here")
        UUID mergedInto,

        @JsonProperty("protected") boolean protectedRecord,

        @Schema(description = "The access under which a protected record is shown")
        UUID identityAccess,

        String alias,
        String givenName,
        String firstSurname,
        String secondSurname,
        LocalDate birthDate,
        Integer birthYear,
        Gender gender,
        String birthState,
        String curp,
        CivilStatus civilStatus,
        Residence residence,
        String phone,
        String email,
        String safeContact,
        List<String> languages,
        SelfIdentificationAnswers selfIdentification,
        Disability disability,

        @Schema(
                description =
                        "Derived from the six answers: at least one of them is 3 or 4 (Washington Group's cut-off)")
        Boolean disabled,

        Schooling schooling,
        Boolean student,
        String occupation,
        IncomeActivity incomeActivity,
        Boolean mother,
        Boolean headOfHousehold,
        String householdId,
        Integer dependants,
        Migration migration,
        List<Barrier> barriers,
        Guardian guardian,
        List<Reference> references,

        @Schema(
                description = "Where she stands on each purpose she was asked about; of a protected record"
                        + " `minor-participation` is left out without an identity access")
        Map<Purpose, Boolean> consents,

        LocalDate registeredOn,

        @Schema(description = "What a person should confirm; nothing here stands in the way")
        List<Warning> warnings)
        implements Versioned {

    /** Something to confirm. */
    @Schema(name = "Warning")
    record Warning(String pointer, String code, Bilingual message) {}

    private static final Identity UNSEEN =
            new Identity(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /**
     * All that is kept of her.
     *
     * @param asked the record that she was asked for by
     * @param access under which she is shown, where her record is protected
     * @param identity null where it can no longer be read
     */
    static ParticipantView of(Participant p, UUID asked, UUID access, Identity identity, List<Reference> references) {
        Identity i = identity == null ? UNSEEN : identity;
        Attributes a = p.usable();
        return new ParticipantView(
                p.id,
                p.version,
                p.id.equals(asked) ? null : p.id,
                p.protectedRecord,
                access,
                p.alias,
                i.givenName(),
                i.firstSurname(),
                i.secondSurname(),
                i.birthDate(),
                p.birthYear,
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
                a.disability() == null ? null : a.disability().disabled(),
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
                references,
                p.consents.states(),
                p.registeredOn,
                i.curp() == null ? List.of() : warnings(i, a.gender()));
    }

    /** All that is shown of a protected record to those who serve her. */
    static ParticipantView byAlias(Participant p, List<Reference> references) {
        return new ParticipantView(
                p.id,
                p.version,
                null,
                true,
                null,
                p.alias,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new Residence(p.attributes.state(), null, null, null),
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
                null,
                null,
                null,
                references,
                p.consents.ageless(),
                null,
                List.of());
    }

    private static List<Warning> warnings(Identity i, Gender gender) {
        return CurpCheck.warnings(i.curp(), i.person(gender)).stream()
                .map(fault -> new Warning("/curp", fault.code(), new Bilingual(fault.es(), fault.en())))
                .toList();
    }

    /** Whether more is told of her than stands under an alias. */
    boolean tells() {
        return birthYear != null;
    }

    @Override
    @JsonIgnore
    public String variant() {
        String shown = !protectedRecord ? "" : tells() ? "identity" : "alias";
        String asked = mergedInto == null ? "" : shown.isEmpty() ? "merged" : "-merged";
        return shown.isEmpty() && asked.isEmpty() ? null : shown + asked;
    }
}
