package mx.trayecto.participants.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.participants.attributes.Attributes;
import mx.trayecto.participants.attributes.History;
import mx.trayecto.participants.attributes.Sensitive;
import mx.trayecto.participants.centers.Centers;
import mx.trayecto.participants.consents.GiveConsent;
import mx.trayecto.participants.consents.Said;
import mx.trayecto.participants.finding.Checks;
import mx.trayecto.participants.finding.Tokens;
import mx.trayecto.participants.references.Reference;
import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.crypto.Vault;
import mx.trayecto.platform.problem.ProblemException;

/** Changes what is told of a person: only what differs is written, sealed and published. */
@ApplicationScoped
class Changes {
    @Inject
    Protection protection;

    @Inject
    IdentityRules identities;

    @Inject
    RegistrationRules rules;

    @Inject
    Residences residences;

    @Inject
    Duplicates duplicates;

    @Inject
    MergePatch merge;

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
    Records records;

    @Inject
    Merges merges;

    @Inject
    Snapshots snapshots;

    @Inject
    ChangedFields fields;

    /**
     * Merges a patch over a person, in the caller's transaction.
     *
     * @param p the record that stands, which is changed
     * @param asked the record that she was asked for by, of which are the consents: where a merge is taken back, they stay
     *     there
     * @param owner whether the caller is the portal whose record this is, which knows whom it speaks of
     * @return the names of the fields that became others, or whose past did
     * @throws ProblemException 422 with every error; 409 for a taken CURP or reference, or a later change; 403 where a
     *     protected record would change in what is hidden, or in its protection
     */
    Set<String> apply(Participant p, Participant asked, JsonNode patch, boolean owner) {
        Set<String> mentioned = Forms.mentioned(patch);
        protection.guard(p, owner ? Set.of() : mentioned); // before the merge, whose faults hang on what is stored
        Identity known = identity(p);
        Attributes usable = p.usable();
        RegisterParticipant form = merge.apply(Forms.current(p, usable, known), patch, RegisterParticipant.class);
        boolean hidden = Boolean.TRUE.equals(form.protectedRecord());
        protection.guard(p, hidden);
        protection.guard(p, owner ? List.of() : form.consents());
        Identity told = hers(p, Identity.of(form), known);
        Attributes attributes = attributes(p, form, mentioned);
        Instant now = Instant.now();
        ParticipantChanged published = ParticipantChanged.of(p);
        RegisterParticipant before = Forms.current(p, known);
        History past = p.history;
        LocalDate start = p.registeredOn;
        List<GiveConsent> given = consents.unheard(p, form.consents());
        List<Reference> fresh = naming.fresh(p.id, form.references());
        Faults faults = new Faults("");
        rules.consents(form.consents(), given, "/consents", faults); // before she changes: it asks the database
        if (form.registeredOn() != null) {
            residences.check(p, known, form, identities.today(), faults); // and so does this
        }
        rules.languages(usable, Forms.attributes(form), faults); // and this
        byte[] curp = told.curp() == null ? null : tokens.curp(told.curp());
        boolean taken = !Arrays.equals(curp, p.curpToken) && duplicates.taken(curp); // and this
        consents.apply(p, given, now);
        check(p, form, known, told, mentioned, faults);
        if (taken) {
            throw duplicates.refusal("");
        }

        boolean moved = !Objects.equals(attributes.state(), p.attributes.state())
                || !Objects.equals(attributes.municipality(), p.attributes.municipality());
        Identity identity = become(p, form, attributes, known, told, mentioned);
        boolean findable = p.protectedRecord != hidden
                || !identity.names().equals(known.names())
                || !Objects.equals(identity.phone(), known.phone());
        if (p.protectedRecord != hidden) {
            merges.conceal(p, hidden);
        }
        p.protect(hidden, hidden && form.alias() == null ? Aliases.next(identity) : form.alias());
        p.registeredOn = form.registeredOn();
        if (!identity.equals(known)) {
            p.identify(vault.seal(p.id, identity), identity.birthDate(), curp);
        }
        p.references += fresh.size();
        duplicates.flush("");
        fresh.forEach(reference -> naming.add(p.id, reference));
        say(p, asked, identity, given, now);
        if (findable) {
            tokens.replace(p.id, hidden ? List.of() : identity.names(), hidden ? null : identity.phone());
        }
        if (!identity.equals(known) || moved) {
            checks.ask(p.id);
        }
        if (form.center() != null) {
            centers.serve(p.id, form.center());
        }
        snapshots.publish(published, p);
        Set<String> changed = fields.between(before, Forms.current(p, identity));
        changed.addAll(p.history.otherThan(past));
        changed.addAll(identity.dated(start).otherThan(known.dated(start)));
        addIf(!given.isEmpty(), "consents", changed);
        addIf(!fresh.isEmpty(), "references", changed);
        addIf(form.center() != null, "center", changed);
        return changed;
    }

    private static void addIf(boolean added, String field, Set<String> changed) {
        if (added) {
            changed.add(field);
        }
    }

    /**
     * What is told of a person who is neither merged nor protected, where none of it is new.
     *
     * @param said what was said under her record
     * @return nothing where it would change her, add to her, or be refused by the rules of a change
     * @throws ProblemException 422 with every error
     */
    Optional<RegisterParticipant> nothingNew(Participant p, Identity known, JsonNode told, Said said) {
        RegisterParticipant form = merge.apply(Forms.current(p, p.usable(), known), told, RegisterParticipant.class);
        Set<String> mentioned = Forms.mentioned(told);
        boolean old = form.references().isEmpty()
                && !form.effective().corrects()
                && !Boolean.TRUE.equals(form.protectedRecord())
                && Objects.equals(form.alias(), p.alias)
                && Objects.equals(form.registeredOn(), p.registeredOn)
                && Identity.of(form).withPast(known.past()).equals(known)
                && attributes(p, form, mentioned).equals(p.attributes)
                && form.consents().stream().allMatch(given -> said.heard(List.of(p.id), p.consents, given));
        if (!old) {
            return Optional.empty();
        }
        Faults faults = new Faults("");
        rules.consents(form.consents(), List.of(), "/consents", faults);
        check(p, form, known, known, mentioned, faults);
        return Optional.of(form);
    }

    /**
     * What she would be. A form that is merged over what may be used of her holds nothing sensitive that was not told:
     * what else is stored stays as it is.
     */
    private static Attributes attributes(Participant p, RegisterParticipant form, Set<String> mentioned) {
        Attributes told = Forms.attributes(form);
        return p.sensitiveDataMayBeUsed() ? told : Sensitive.kept(told, p.attributes, mentioned);
    }

    private Identity identity(Participant p) {
        Identity identity = vault.open(p.id, p.identity, Identity.class);
        if (identity == null) {
            throw ProblemException.of(ParticipantProblem.UNREADABLE);
        }
        return identity;
    }

    private void say(Participant p, Participant asked, Identity identity, List<GiveConsent> given, Instant now) {
        if (given.isEmpty() || asked == p) {
            consents.store(p, identity, given, now);
        } else {
            consents.apply(asked, given, now);
            consents.store(asked, identity(asked), given, now);
        }
    }

    /** A CURP that a record merged into hers has is hers already, and stays there: no two rows can have it. */
    private Identity hers(Participant p, Identity told, Identity known) {
        if (told.curp() == null || told.curp().equals(known.curp())) {
            return told;
        }
        return records.haveCurp(p, tokens.curp(told.curp())) ? told.withCurp(known.curp()) : told;
    }

    private void check(
            Participant p,
            RegisterParticipant form,
            Identity known,
            Identity identity,
            Set<String> mentioned,
            Faults faults) {
        if (form.registeredOn() == null) {
            faults.add("/registeredOn", "required", "no puede quitarse", "cannot be removed");
            faults.refuse();
        }
        identities.check(form, identity, form.registeredOn(), faults);
        for (int i = 0; i < form.references().size(); i++) {
            rules.reference(form.references().get(i), "/references/" + i, faults);
        }
        rules.sensitive(mentioned, Forms.attributes(form), p.consents, faults);
        if (!identity.birthDate().equals(known.birthDate())) {
            rules.minor(identity, form.registeredOn(), p.consents, faults);
        }
        if (form.center() != null) {
            rules.center(form.center(), identities.today(), faults);
        }
        LocalDate from = form.effective().from();
        if (from != null && from.isAfter(identities.today())) {
            faults.add("/effective/from", "future", "no puede ser futura", "must not be in the future");
        } else if (from != null && from.isBefore(identity.birthDate())) {
            faults.add("/effective/from", "before-birth", "no puede ser anterior al nacimiento", "is before her birth");
        }
        faults.refuse();
    }

    private Identity become(
            Participant p,
            RegisterParticipant form,
            Attributes attributes,
            Identity known,
            Identity told,
            Set<String> mentioned) {
        LocalDate today = identities.today();
        try {
            Identity identity = told.after(known, mentioned, form.effective(), p.registeredOn, today);
            p.become(attributes, mentioned, form.effective(), today);
            return identity;
        } catch (History.Overtaken later) {
            throw ProblemException.of(ParticipantProblem.LATER_CHANGE)
                    .detail(
                            "El atributo " + later.attribute() + " cambió después de esa fecha; envíe una corrección.",
                            "The attribute " + later.attribute() + " changed after that date; send a correction.");
        }
    }
}
