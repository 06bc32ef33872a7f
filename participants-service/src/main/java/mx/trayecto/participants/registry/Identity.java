package mx.trayecto.participants.registry;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;

import mx.trayecto.participants.attributes.Effective;
import mx.trayecto.participants.attributes.Gender;
import mx.trayecto.participants.attributes.History;
import mx.trayecto.participants.curp.Curp;
import mx.trayecto.participants.curp.CurpCheck;
import mx.trayecto.participants.finding.Words;

/**
 * What says who a person is. It is kept sealed under her own key and leaves this service only to those who may see it.
 *
 * @param past the dated values of all of it, sealed along with it and destroyed along with it; null until something has
 *     changed, or its past was corrected
 */
record Identity(
        String givenName,
        String firstSurname,
        String secondSurname,
        LocalDate birthDate,
        String birthState,
        String curp,
        String phone,
        String email,
        String safeContact,
        String locality,
        String address,
        String occupation,
        String householdId,
        Guardian guardian,
        @JsonInclude(JsonInclude.Include.NON_NULL) History past) {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Of its own, so that the stored history never depends on how answers are written. */
    private static final ObjectMapper JSON =
            new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    static Identity of(RegisterParticipant form) {
        return new Identity(
                tidy(form.givenName()),
                tidy(form.firstSurname()),
                tidy(form.secondSurname()),
                form.birthDate(),
                form.birthState(),
                form.curp() == null ? null : Curp.normalised(form.curp()),
                form.phone() == null ? null : "+" + Words.phone(form.phone()),
                form.email(),
                form.safeContact(),
                form.residence().locality(),
                form.residence().address(),
                form.occupation(),
                form.householdId(),
                form.guardian(),
                null);
    }

    /** The same with another CURP. */
    Identity withCurp(String other) {
        return new Identity(
                givenName,
                firstSurname,
                secondSurname,
                birthDate,
                birthState,
                other,
                phone,
                email,
                safeContact,
                locality,
                address,
                occupation,
                householdId,
                guardian,
                past);
    }

    /** The same without all that she could be reached by. */
    Identity withoutContact() {
        return new Identity(
                givenName,
                firstSurname,
                secondSurname,
                birthDate,
                birthState,
                curp,
                null,
                null,
                null,
                locality,
                null,
                occupation,
                householdId,
                guardian == null ? null : guardian.withoutPhone(),
                past);
    }

    /** The same with this past. */
    Identity withPast(History other) {
        return new Identity(
                givenName,
                firstSurname,
                secondSurname,
                birthDate,
                birthState,
                curp,
                phone,
                email,
                safeContact,
                locality,
                address,
                occupation,
                householdId,
                guardian,
                other);
    }

    /**
     * The same after she was known otherwise: what changed keeps its dates.
     *
     * @param start the day that first values hold from
     * @throws History.Overtaken where a later change is recorded
     */
    Identity after(
            Identity known, Collection<String> mentioned, Effective effective, LocalDate start, LocalDate today) {
        History before = known.dated(start);
        History next = before.with(known.datable(), datable(), mentioned, effective, start, today);
        return withPast(next.equals(before) ? known.past : next);
    }

    /** @param start the day that what was never changed holds from */
    History dated(LocalDate start) {
        History never = History.from(start, datable());
        return past == null ? never : past.and(never); // some of it has its dates since later than the rest
    }

    /** All of it by its name in the contract; what is not known is left out. */
    private Map<String, JsonNode> datable() {
        Map<String, JsonNode> known = new TreeMap<>();
        known.put("givenName", TextNode.valueOf(givenName));
        known.put("firstSurname", TextNode.valueOf(firstSurname));
        known.put("secondSurname", TextNode.valueOf(secondSurname));
        known.put("birthDate", TextNode.valueOf(birthDate.toString()));
        known.put("birthState", TextNode.valueOf(birthState));
        known.put("curp", TextNode.valueOf(curp));
        known.put("phone", TextNode.valueOf(phone));
        known.put("email", TextNode.valueOf(email));
        known.put("safeContact", TextNode.valueOf(safeContact));
        known.put("guardian", guardian == null ? null : JSON.valueToTree(guardian));
        known.put("locality", TextNode.valueOf(locality));
        known.put("address", TextNode.valueOf(address));
        known.put("occupation", TextNode.valueOf(occupation));
        known.put("householdId", TextNode.valueOf(householdId));
        known.values().removeIf(Objects::isNull);
        return known;
    }

    /** Her names as she is found by. */
    List<String> names() {
        return Stream.of(givenName, firstSurname, secondSurname)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The words of her names, as they are compared. */
    List<String> nameWords() {
        return names().stream().flatMap(name -> Words.of(name).stream()).toList();
    }

    /** What a CURP must agree with. */
    CurpCheck.Person person(Gender gender) {
        CurpCheck.Sex sex = switch (gender) {
            case FEMALE -> CurpCheck.Sex.FEMALE;
            case MALE -> CurpCheck.Sex.MALE;
            case NON_BINARY, UNDISCLOSED -> CurpCheck.Sex.OTHER;
        };
        return new CurpCheck.Person(givenName, firstSurname, secondSurname, birthDate, sex, birthState);
    }

    /** Whether she was born by a day and under 18 on it. */
    boolean minorOn(LocalDate day) {
        long age = ChronoUnit.YEARS.between(birthDate, day);
        return !birthDate.isAfter(day) && age < 18;
    }

    private static String tidy(String name) {
        return name == null
                ? null
                : BLANKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFC).strip())
                        .replaceAll(" ");
    }
}
