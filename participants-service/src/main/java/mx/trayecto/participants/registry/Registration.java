package mx.trayecto.participants.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.Session;

import mx.trayecto.participants.attributes.Sensitive;
import mx.trayecto.participants.centers.Centers;
import mx.trayecto.participants.consents.Consents;
import mx.trayecto.participants.consents.GiveConsent;
import mx.trayecto.participants.finding.Checks;
import mx.trayecto.participants.finding.Tokens;
import mx.trayecto.participants.references.Reference;
import mx.trayecto.participants.references.References;
import mx.trayecto.platform.crypto.Vault;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;

/** Takes people into the registry: sealed identity, codes, references, consents, centre, and the first snapshot. */
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
    References references;

    @Inject
    Centers centers;

    @Inject
    ConsentLog consents;

    @Inject
    Snapshots snapshots;

    @Inject
    Sql sql;

    @Inject
    Session session;

    /** Somebody who keeps all rules, and is not stored yet. */
    record Newcomer(
            Participant participant,
            Identity identity,
            byte[] curp,
            UUID center,
            Set<Reference> named,
            List<GiveConsent> given,
            Instant now) {
        private Tokens.Found found() {
            boolean hidden = participant.protectedRecord;
            return new Tokens.Found(
                    participant.id, hidden ? List.of() : identity.names(), hidden ? null : identity.phone());
        }
    }

    /**
     * Registers, in the caller's transaction.
     *
     * @param also references and consents that came beside the form and were checked there
     * @param at pointer to the form in the request
     * @throws ProblemException 422 with every error, 409 where her CURP or a reference is taken
     */
    Participant register(RegisterParticipant form, List<Reference> also, List<GiveConsent> alsoGiven, String at) {
        Newcomer newcomer = newcomer(form, also, alsoGiven, at);
        Participant p = newcomer.participant();
        duplicates.refuse(newcomer.curp(), at);
        store(List.of(newcomer), at, () -> newcomer.named().forEach(reference -> naming.add(p.id, reference)));
        return p;
    }

    /**
     * Registers many, whose CURPs nobody in the tenant has; in the caller's transaction.
     *
     * @param places how many have each of their references before them, unseen by the actor
     */
    void register(List<Newcomer> newcomers, Map<Reference, Integer> places) {
        if (newcomers.isEmpty()) {
            return;
        }
        sql.planAfresh(false); // of the statements that Hibernate repeats for each
        sql.execute();
        store(newcomers, "", () -> {
            session.flush();
            session.clear(); // what is written need not be looked through again and again
            sql.planAfresh(true);
            references.add(newcomers.stream()
                    .flatMap(n -> n.named().stream()
                            .map(reference ->
                                    new References.Given(n.participant().id, reference, places.get(reference))))
                    .toList());
        });
    }

    /** @throws ProblemException 422 with every error */
    Newcomer newcomer(RegisterParticipant form, List<Reference> also, List<GiveConsent> alsoGiven, String at) {
        Identity identity = Identity.of(form);
        UUID center = check(form, identity, also, alsoGiven, at);
        Set<Reference> named = named(form, also);
        List<GiveConsent> given = ConsentLog.both(form.consents(), alsoGiven);
        Instant now = Instant.now();
        Participant p = new Participant(actor.get().tenant(), registeredOn(form), Forms.attributes(form));
        boolean hidden = Boolean.TRUE.equals(form.protectedRecord());
        p.protect(hidden, form.alias() == null && hidden ? Aliases.next(identity) : form.alias());
        consents.apply(p, given, now);
        p.references = named.size();
        byte[] curp = identity.curp() == null ? null : tokens.curp(identity.curp());
        return new Newcomer(p, identity, curp, center, named, given, now);
    }

    private void store(List<Newcomer> newcomers, String at, Runnable name) {
        Map<UUID, Identity> identities = new LinkedHashMap<>();
        newcomers.forEach(n -> identities.put(n.participant().id, n.identity()));
        Map<UUID, byte[]> sealed = vault.sealAll(identities);
        for (Newcomer n : newcomers) {
            Participant p = n.participant();
            p.identify(sealed.get(p.id), n.identity().birthDate(), n.curp());
            p.persist();
        }
        duplicates.flush(at);
        newcomers.forEach(n -> consents.store(n.participant(), n.identity(), n.given(), n.now()));
        name.run();
        tokens.add(newcomers.stream().map(Newcomer::found).toList());
        Map<UUID, UUID> served = new LinkedHashMap<>();
        newcomers.stream().filter(n -> n.center() != null).forEach(n -> served.put(n.participant().id, n.center()));
        centers.serve(served);
        checks.ask(identities.keySet()); // by now they are in the compartment of whoever asks
        snapshots.publishFirst(newcomers.stream().map(Newcomer::participant).toList());
        sql.execute();
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
        return check(form, Identity.of(form), also, alsoGiven, at);
    }

    private UUID check(
            RegisterParticipant form, Identity identity, List<Reference> also, List<GiveConsent> alsoGiven, String at) {
        Faults faults = new Faults(at);
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
        Consents agreed = Consents.of(ConsentLog.both(form.consents(), alsoGiven));
        rules.sensitive(Sensitive.NAMES, Forms.attributes(form), agreed, faults);
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
