package mx.trayecto.participants.registry;

import java.time.LocalDate;
import java.util.UUID;

import mx.trayecto.participants.attributes.CivilStatus;
import mx.trayecto.participants.attributes.Gender;
import mx.trayecto.participants.consents.Purpose;

/**
 * A person as she may stand in a register of who was given what. A protected record has its alias and her state alone;
 * whose data can no longer be read has no name.
 *
 * @param safeContact how she may be sought without danger, in words; belongs to the address
 * @param shares whether she agreed that her data are shared
 */
public record Beneficiary(
        UUID id,
        boolean hidden,
        String alias,
        String givenName,
        String firstSurname,
        String secondSurname,
        LocalDate birthDate,
        Gender gender,
        String birthState,
        String curp,
        CivilStatus civilStatus,
        String householdId,
        String state,
        String municipality,
        String locality,
        String address,
        String safeContact,
        LocalDate registeredOn,
        boolean shares) {

    static Beneficiary of(ParticipantView view) {
        return new Beneficiary(
                view.id(),
                view.protectedRecord(),
                view.alias(),
                view.givenName(),
                view.firstSurname(),
                view.secondSurname(),
                view.birthDate(),
                view.gender(),
                view.birthState(),
                view.curp(),
                view.civilStatus(),
                view.householdId(),
                view.residence().state(),
                view.residence().municipality(),
                view.residence().locality(),
                view.residence().address(),
                view.safeContact(),
                view.registeredOn(),
                Boolean.TRUE.equals(view.consents().get(Purpose.SHARING)));
    }

    /** The same under another id: by her own, a file from before she was protected would name her. */
    public Beneficiary under(UUID other) {
        return new Beneficiary(
                other,
                hidden,
                alias,
                givenName,
                firstSurname,
                secondSurname,
                birthDate,
                gender,
                birthState,
                curp,
                civilStatus,
                householdId,
                state,
                municipality,
                locality,
                address,
                safeContact,
                registeredOn,
                shares);
    }

    /** Whether it is told who she is. */
    public boolean named() {
        return !hidden && givenName != null;
    }

    /** Whether she is of age by a day. */
    public boolean adultOn(LocalDate day) {
        return birthDate != null && !birthDate.plusYears(18).isAfter(day);
    }
}
