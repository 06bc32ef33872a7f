package mx.trayecto.participants.registry;

import java.time.LocalDate;
import java.util.Collections;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.participants.curp.CurpCheck;
import mx.trayecto.participants.finding.Words;

/** What must hold between the fields that say who a person is. */
@ApplicationScoped
class IdentityRules {
    private static final int OLDEST = 120;

    @Inject
    RegistryConfig config;

    /** The day it is where the registry runs. */
    LocalDate today() {
        return LocalDate.now(config.zone());
    }

    void check(RegisterParticipant form, Identity identity, LocalDate registeredOn, Faults faults) {
        LocalDate today = today();
        dates(identity.birthDate(), registeredOn, today, faults);
        place(form.residence(), faults);
        if (identity.curp() != null) {
            curp(form, identity, today, faults);
        }
        if (identity.guardian() == null && identity.minorOn(registeredOn)) {
            faults.add("/guardian", "required", "es obligatorio para menores de 18 años", "is required under 18");
        }
        if (form.alias() != null && !Collections.disjoint(Words.of(form.alias()), identity.nameWords())) {
            faults.add("/alias", "alias-names-her", "no debe contener sus nombres", "must hold none of her names");
        }
    }

    private static void dates(LocalDate birth, LocalDate registered, LocalDate today, Faults faults) {
        if (birth.isAfter(today)) {
            faults.add("/birthDate", "future", "no puede ser futura", "must not be in the future");
        } else if (birth.plusYears(OLDEST + 1L).compareTo(today) <= 0) {
            faults.add("/birthDate", "too-old", "implica más de 120 años", "means an age over 120");
        }
        if (registered.isAfter(today)) {
            faults.add("/registeredOn", "future", "no puede ser futura", "must not be in the future");
        } else if (registered.isBefore(birth)) {
            faults.add("/registeredOn", "before-birth", "no puede ser anterior al nacimiento", "is before her birth");
        }
    }

    private static void place(Residence place, Faults faults) {
        if (place.municipality() != null && !place.municipality().startsWith(place.state())) {
            faults.add("/residence/municipality", "not-of-state", "no es de esa entidad", "is not of that state");
        }
        if (place.locality() != null
                && (place.municipality() == null || !place.locality().startsWith(place.municipality()))) {
            faults.add(
                    "/residence/locality",
                    "not-of-municipality",
                    "no es de ese municipio",
                    "is not of that municipality");
        }
    }

    private void curp(RegisterParticipant form, Identity identity, LocalDate today, Faults faults) {
        CurpCheck.errors(identity.curp(), identity.person(form.gender()), config.curpSexX(), today)
                .forEach(fault -> faults.add(
                        switch (fault) {
                            case OTHER_DATE -> "/birthDate";
                            case OTHER_SEX -> "/gender";
                            case OTHER_STATE -> "/birthState";
                            default -> "/curp";
                        },
                        fault));
    }
}
