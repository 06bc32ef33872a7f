package mx.trayecto.participants.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.participants.attributes.Attributes;
import mx.trayecto.participants.centers.Centers;
import mx.trayecto.participants.consents.Consents;
import mx.trayecto.participants.consents.GiveConsent;
import mx.trayecto.participants.finding.Checks;
import mx.trayecto.participants.finding.Tokens;
import mx.trayecto.participants.references.Reference;
import mx.trayecto.platform.crypto.Vault;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.CurrentActor;

/** Takes a person into the registry: her sealed identity, codes, references, consents, centre, and the first snapshot. */
@ApplicationScoped
class Registration {
    @Inject
    CurrentActor actor;

    @Inject
    IdentityRules identities;

    @Inject
    RegistrationRules rules;

    @Inject
    Residences residences;

    @Inject
    Duplicates duplicates;

    @Inject
    Vault vault;

    @Inject
    Tokens tokens;

    @Inject
    Checks checks;

    @Inject
    Naming naming;

    @Inject
    Centers centers;

    @Inject
    ConsentLog consents;

    @Inject
    Snapshots snapshots;

    /**
     * Registers, in the caller's transaction.
     *
     * @param also references and consents that came beside the form and were checked there
     * @param at pointer to the form in the request
     * @throws ProblemException 422 with every error, 409 where her CURP or a reference is taken
     */
    Participant register(RegisterParticipant form, List<Reference> also, List<GiveConsent> alsoGiven, String at) {
        UUID center = check(form, also, alsoGiven, at);
        Identity identity = Identity.of(form);
        Attributes attributes = Forms.attributes(form);
        LocalDate on = registeredOn(form);
        Instant now = Instant.now();
        Set<Reference> named = named(form, also);
        List<GiveConsent> given = ConsentLog.both(form.consents(), alsoGiven);

        Participant p = new Participant(actor.get().tenant(), on, attributes);
        byte[] curp = identity.curp() == null ? null : tokens.curp(identity.curp());
        duplicates.refuse(curp, at);
        p.identify(vault.seal(p.id, identity), identity.birthDate(), curp);
        boolean hidden = Boolean.TRUE.equals(form.protectedRecord());
        p.protect(hidden, form.alias() == null && hidden ? Aliases.next(identity) : form.alias());
        consents.apply(p, given, now);
        p.references = named.size();
        p.persist();
        duplicates.flush(at);
        consents.store(p, identity, given, now);
        named.forEach(reference -> naming.add(p.id, reference));
        tokens.replace(p.id, hidden ? List.of() : identity.names(), hidden ? null : identity.phone());
        if (center != null) {
            centers.serve(p.id, center);
        }
        checks.ask(p.id); // by now she is in the compartment of whoever asks
        snapshots.publish(null, p);
        return p;
    }

    private LocalDate registeredOn(RegisterParticipant form) {
        return form.registeredOn() == null ? identities.today() : form.registeredOn();
    }

    private static Set<Reference> named(RegisterParticipant form, List<Reference> also) {
        Set<Reference> named = new LinkedHashSet<>(also);
        named.addAll(form.references());
        return named;
    }

    /**
     * All that must hold before a look at who is registered already.
     *
     * @return the centre that she is put in, or null
     * @throws ProblemException 422 with every error
     */
    UUID check(RegisterParticipant form, List<Reference> also, List<GiveConsent> alsoGiven, String at) {
        Faults faults = new Faults(at);
        Identity identity = Identity.of(form);
        LocalDate on = registeredOn(form);
        identities.check(form, identity, on, faults);
        residences.check(form.residence(), on, faults);
        rules.consents(form.consents(), "/consents", faults);
        int i = 0;
        for (Reference reference : form.references()) {
            rules.reference(reference, "/references/" + i++, faults);
        }
        if (named(form, also).isEmpty() && actor.get().sourceSystem().isPresent()) {
            faults.add(
                    "/references",
                    "required",
                    "un portal registra con su propia referencia",
                    "a portal registers with its own reference");
        }
        Consents agreed = Consents.none();
        for (GiveConsent consent : ConsentLog.both(form.consents(), alsoGiven)) {
            agreed = agreed.with(consent, Instant.now());
        }
        rules.sensitive(null, Forms.attributes(form), agreed, faults);
        rules.languages(null, Forms.attributes(form), faults);
        rules.minor(identity, on, agreed, faults);
        if (form.effective().from() != null || form.effective().corrects()) {
            faults.add("/effective", "changes-only", "es solo para cambios", "is for changes only");
        }
        UUID center = rules.center(form.center(), on, faults);
        faults.refuse();
        return center;
    }
}
