package mx.trayecto.participants.registry;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import mx.trayecto.participants.attributes.Gender;
import mx.trayecto.participants.curp.Curp;
import mx.trayecto.participants.curp.CurpCheck;
import mx.trayecto.participants.finding.Words;

/** What says who a person is. It is kept sealed under her own key and leaves this service only to those who may see it. */
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
        Guardian guardian) {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

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
                form.guardian());
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
                guardian);
    }

    /** Her names as she is found by. */
    List<String> names() {
        return Stream.of(givenName, firstSurname, secondSurname)
                .filter(java.util.Objects::nonNull)
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
