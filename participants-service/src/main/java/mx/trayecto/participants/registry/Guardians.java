package mx.trayecto.participants.registry;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.participants.consents.Consents;
import mx.trayecto.participants.consents.GiveConsent;
import mx.trayecto.participants.consents.Purpose;
import mx.trayecto.platform.crypto.Vault;
import mx.trayecto.platform.problem.ProblemException;

/** Sees to it that nobody under 18 applies whose guardian has taken back, or never gave, the consent to it. */
@ApplicationScoped
class Guardians {
    private static final int OF_AGE = 18;

    @Inject
    Vault vault;

    /** @throws ProblemException 409 where she is under 18 on the day and her guardian does not agree */
    void demand(Participant p, LocalDate on) {
        if (!p.consents.granted(Purpose.MINOR_PARTICIPATION) && mayBeMinor(p, on)) {
            Identity identity = vault.open(p.id, p.identity, Identity.class);
            refuse(identity != null && identity.minorOn(on));
        }
    }

    /** The same of who is told of as somebody new. */
    void demand(RegisterParticipant form, List<GiveConsent> given, LocalDate on) {
        refuse(lacking(form, given, on));
    }

    boolean lacking(RegisterParticipant form, List<GiveConsent> given, LocalDate on) {
        return Identity.of(form).minorOn(on) && !Consents.of(given).granted(Purpose.MINOR_PARTICIPATION);
    }

    /** By what stands open: mostly her sealed birth date need not be looked at. */
    private static boolean mayBeMinor(Participant p, LocalDate on) {
        return LocalDate.of(p.birthYear, p.birthMonth, 1)
                .plusMonths(1)
                .plusYears(OF_AGE)
                .isAfter(on);
    }

    private static void refuse(boolean lacking) {
        if (lacking) {
            throw ProblemException.of(ParticipantProblem.NO_GUARDIAN_CONSENT);
        }
    }
}
