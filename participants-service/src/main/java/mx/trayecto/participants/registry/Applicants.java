package mx.trayecto.participants.registry;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.node.ObjectNode;

import mx.trayecto.participants.consents.GiveConsent;
import mx.trayecto.participants.curp.Curp;
import mx.trayecto.participants.finding.Tokens;
import mx.trayecto.participants.references.Reference;
import mx.trayecto.participants.references.ReferenceProblem;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.Compartments;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * Finds or registers who applies. She is found by the caller's own reference or by her CURP in the tenant; a record that
 * the caller may not see, or a protected one found by CURP, takes the application and stays as hidden as it was. What the
 * caller tells of her consents is then left: nobody speaks for a record that is not theirs to see.
 */
@ApplicationScoped
public class Applicants {
    @Inject
    CurrentActor actor;

    @Inject
    Registration registration;

    @Inject
    Intake intake;

    @Inject
    Protection protection;

    @Inject
    IdentityReads reads;

    @Inject
    IdentityRules identities;

    @Inject
    RegistrationRules rules;

    @Inject
    ConsentGiving consents;

    @Inject
    ConsentLog log;

    @Inject
    Guardians guardians;

    @Inject
    Compartments compartments;

    @Inject
    Records records;

    @Inject
    Naming naming;

    @Inject
    Tokens tokens;

    @Inject
    Turns turns;

    /**
     * Who applies.
     *
     * @param shown whether the caller may be told which record she has
     */
    public record Applicant(UUID participant, boolean shown) {}

    public LocalDate today() {
        return identities.today();
    }

    /** Runs a look-up that sees the whole tenant; nothing of it may be shown. */
    public <T> T beyondCompartments(Supplier<T> lookup) {
        return compartments.beyond(lookup);
    }

    /** Those of the people whose records the actor is near to, and whether he may be told which these are. */
    public Map<UUID, Boolean> near(Collection<UUID> people) {
        return Participant.<Participant>list(
                        "tenantId = ?1 and id in ?2", actor.get().tenant(), people)
                .stream()
                .collect(Collectors.toMap(p -> p.id, p -> reads.opened("readApplicant", p)));
    }

    /**
     * A person whom the caller names by id.
     *
     * @param on the day that she applies
     * @throws ProblemException 409 where she is under 18 on it and her guardian does not agree
     */
    public Applicant known(UUID id, Reference reference, List<GiveConsent> given, LocalDate on) {
        Participant asked = records.find(id)
                .orElseThrow(() -> ProblemException.of(CommonProblem.VALIDATION)
                        .error("/participantId", "unknown-participant", "no existe", "does not exist"));
        if (!protection.open(asked, reference)) {
            protection.guard(asked, given);
        }
        return taken(asked, reference, given, on);
    }

    /** A person whom the caller describes; the day and the refusal are those of {@link #known}. */
    public Applicant findOrRegister(
            RegisterParticipant form, Reference reference, List<GiveConsent> beside, LocalDate on) {
        Faults faults = new Faults("/participant");
        rules.consents(form.consents(), "/consents", faults);
        faults.refuse();
        List<GiveConsent> given = ConsentLog.both(form.consents(), beside);
        if (reference != null) {
            turns.take(reference);
            Optional<Participant> known = naming.bearer(reference);
            if (known.isPresent()) {
                refuseAnotherCurp(records.standing(known.get()), form);
                return taken(known.get(), reference, given, on);
            }
        }
        List<Reference> named = reference == null ? List.of() : List.of(reference);
        if (form.curp() != null) {
            registration.check(
                    form, named, beside, "/participant"); // before the look: a known CURP answers as any other
            guardians.demand(form, given, on); // and so does this
            byte[] curp = tokens.curp(Curp.normalised(form.curp()));
            turns.take(curp);
            Optional<UUID> found = compartments.beyond(() -> byCurp(curp));
            if (found.isPresent()) {
                return records.find(found.get())
                        .filter(protection::open)
                        .map(asked -> taken(asked, reference, given, on))
                        .orElseGet(() -> new Applicant(found.get(), false));
            }
        }
        Participant registered = registration.register(form, named, beside, "/participant");
        guardians.demand(form, given, on);
        return new Applicant(registered.id, protection.open(registered));
    }

    /**
     * Somebody whom a row of a file describes.
     *
     * @param told her form as it was sent
     */
    public record Described(
            int line, Reference reference, ObjectNode told, RegisterParticipant form, List<GiveConsent> beside) {}

    /** Whether somebody whom a registration takes is refused for want of her guardian's consent, unless she is known. */
    public boolean lacksGuardian(RegisterParticipant form, List<GiveConsent> beside, LocalDate on) {
        List<GiveConsent> given = ConsentLog.both(form.consents(), beside);
        LocalDate registered = form.registeredOn() == null ? today() : form.registeredOn();
        return guardians.lacking(form, given, on) && !guardians.lacking(form, given, registered);
    }

    /**
     * {@link #findOrRegister} of many, in few statements, as far as that comes to a registration: in the order given, up
     * to the first who may be known, and without those who are refused.
     *
     * @return who was registered, by line
     */
    public Map<Integer, Applicant> registerStrangers(List<Described> people) {
        Map<Integer, Applicant> applicants = new HashMap<>();
        intake.strangers(people.stream()
                        .map(d -> new Intake.Form(
                                new Told(d.line(), d.reference(), d.told()),
                                d.form(),
                                d.beside(),
                                "/participant",
                                null))
                        .toList())
                .forEach((line, p) -> applicants.put(line, new Applicant(p.id, protection.open(p))));
        return applicants;
    }

    /**
     * The ids of all records of the woman that this is one of, as far as the actor may be told that they are of one; for
     * look-ups {@link #beyondCompartments} only.
     */
    public List<UUID> records(UUID participant) {
        return records.find(participant)
                .map(records::standing)
                .map(records::shown)
                .orElse(List.of(participant));
    }

    private Optional<UUID> byCurp(byte[] curp) {
        return Participant.<Participant>find(
                        "tenantId = ?1 and curpToken = ?2", actor.get().tenant(), curp)
                .firstResultOptional()
                .map(p -> p.id);
    }

    /** The record that stands takes the application; what she says beside it stays under the one that was asked for. */
    private Applicant taken(Participant asked, Reference reference, List<GiveConsent> given, LocalDate on) {
        Participant p = records.standing(asked);
        // by alias nobody learns, from her version, which references she has
        if (reference != null && protection.open(p, reference) && naming.add(p.id, reference)) {
            p.references++;
        }
        consents.give(asked, log.unheard(p, given));
        if (protection.open(p, reference)) { // to be refused would tell how old a hidden woman is
            guardians.demand(p, on);
        }
        return new Applicant(p.id, protection.open(p));
    }

    /** A reference that now comes with another CURP has been given to somebody else. */
    private void refuseAnotherCurp(Participant p, RegisterParticipant form) {
        if (form.curp() != null && p.curpToken != null) {
            byte[] curp = tokens.curp(Curp.normalised(form.curp()));
            if (!Arrays.equals(p.curpToken, curp) && !records.haveCurp(p, curp)) {
                throw ProblemException.of(ReferenceProblem.TAKEN);
            }
        }
    }
}
