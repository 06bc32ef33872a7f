package mx.trayecto.participants.registry;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import org.hibernate.Session;

import mx.trayecto.participants.centers.Centers;
import mx.trayecto.participants.consents.GiveConsent;
import mx.trayecto.participants.consents.Said;
import mx.trayecto.participants.references.Reference;
import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.crypto.Vault;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tasks.RowOutcome;
import mx.trayecto.platform.tasks.RowResult;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * {@link Participants#upsert} for many rows of a file, looked up and written in few statements. It does the plain cases:
 * whom nobody in the tenant knows is registered, or refused by the rules of a registration, and who is told of as she is
 * already is left so. Everything else, and whatever hangs on an earlier row, is left to be done row by row.
 */
@ApplicationScoped
class Intake {
    /**
     * What a row makes of a registration's form, or why it makes none.
     *
     * @param given consents that came beside the form
     * @param at pointer to the form in the row
     */
    record Form(Told row, RegisterParticipant told, List<GiveConsent> given, String at, ProblemException refused) {}

    @Inject
    CurrentActor actor;

    @Inject
    Turns turns;

    @Inject
    Naming naming;

    @Inject
    MergePatch merge;

    @Inject
    Residences residences;

    @Inject
    Duplicates duplicates;

    @Inject
    Registration registration;

    @Inject
    Changes changes;

    @Inject
    Centers centers;

    @Inject
    Vault vault;

    @Inject
    Sql sql;

    @Inject
    Session session;

    /**
     * Reads what rows tell.
     *
     * @return does what is plain, in the transaction of whoever calls it, and tells what became of those rows, by line
     */
    Supplier<Map<Integer, RowResult>> taking(List<Told> rows) {
        Map<Told, Form> forms = new IdentityHashMap<>();
        rows.forEach(row -> forms.put(row, form(row)));
        return () -> take(rows, forms);
    }

    private Map<Integer, RowResult> take(List<Told> rows, Map<Told, Form> forms) {
        Set<Told> first = first(rows);
        Set<Reference> references = references(rows);
        sql.planAfresh(true);
        turns.take(references);
        Map<Reference, Integer> free = naming.free(references);
        references.removeAll(free.keySet());
        Map<Integer, RowResult> done = new HashMap<>();
        leave(known(rows, first, references), done);
        register(
                rows.stream()
                        .filter(row -> first.contains(row) && free.containsKey(row.reference()))
                        .map(forms::get)
                        .toList(),
                free,
                done);
        sql.planAfresh(false);
        return done;
    }

    /**
     * Registers whom nobody in the tenant knows, in the transaction of whoever calls it, in the order of the rows: up to
     * the first who may be known. Rows that are refused are passed over.
     *
     * @return who was registered, by line
     */
    Map<Integer, Participant> strangers(List<Form> forms) {
        List<Told> rows = forms.stream().map(Form::row).toList();
        Set<Told> first = first(rows);
        Set<Reference> references = references(rows);
        sql.planAfresh(true);
        turns.take(references);
        Map<Reference, Integer> free = naming.free(references);
        Map<Told, Registration.Newcomer> newcomers = newcomers(
                forms.stream()
                        .takeWhile(form -> first.contains(form.row())
                                && free.containsKey(form.row().reference()))
                        .toList(),
                (row, refused) -> {});
        Predicate<Registration.Newcomer> known = known(newcomers.values());
        Map<Integer, Participant> registered = new LinkedHashMap<>();
        List<Registration.Newcomer> run =
                newcomers.values().stream().takeWhile(known.negate()).toList();
        newcomers.entrySet().stream()
                .limit(run.size())
                .forEach(n -> registered.put(n.getKey().line(), n.getValue().participant()));
        registration.register(run, free);
        sql.planAfresh(false);
        return registered;
    }

    /** The rows that no earlier one has anything to do with, and that name nobody by other references. */
    private static Set<Told> first(List<Told> rows) {
        Set<Told> first = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<String> spokenOf = new HashSet<>();
        for (Told row : rows) {
            List<String> keys = row.keys();
            if (keys.stream().noneMatch(spokenOf::contains) && !row.namesMore()) {
                first.add(row);
            }
            spokenOf.addAll(keys);
        }
        return first;
    }

    private static Set<Reference> references(List<Told> rows) {
        return rows.stream().map(Told::reference).collect(Collectors.toCollection(HashSet::new));
    }

    /** The rows that are the first to speak of somebody known, as far as it is certain of whom the rows before speak. */
    private Map<Told, UUID> known(List<Told> rows, Set<Told> first, Set<Reference> held) {
        Map<Told, UUID> known = new IdentityHashMap<>();
        if (held.isEmpty()) {
            return known;
        }
        Map<Reference, UUID> plain = naming.plain(held);
        Set<UUID> spokenOf = new HashSet<>();
        for (Told row : rows) {
            if (held.contains(row.reference())) {
                UUID id = plain.get(row.reference());
                if (id == null) {
                    break;
                }
                if (spokenOf.add(id) && first.contains(row)) {
                    known.put(row, id);
                }
            }
        }
        return known;
    }

    private void register(List<Form> forms, Map<Reference, Integer> free, Map<Integer, RowResult> done) {
        Map<Told, Registration.Newcomer> newcomers =
                newcomers(forms, (row, refused) -> done.put(row.line(), row.rejected(refused)));
        newcomers.values().removeIf(known(newcomers.values()));
        registration.register(List.copyOf(newcomers.values()), free);
        newcomers.forEach((row, n) -> done.put(
                row.line(), RowResult.of(RowOutcome.CREATED, row.reference().externalId(), n.participant().id)));
    }

    private Map<Told, Registration.Newcomer> newcomers(List<Form> forms, BiConsumer<Told, ProblemException> refused) {
        residences.look(forms.stream()
                .filter(form -> form.refused() == null)
                .map(form -> form.told().residence())
                .toList());
        Map<Told, Registration.Newcomer> newcomers = new LinkedHashMap<>();
        for (Form form : forms) {
            try {
                newcomers.put(form.row(), newcomer(form));
            } catch (ProblemException why) {
                refused.accept(form.row(), why);
            }
        }
        return newcomers;
    }

    /** Whether somebody in the tenant has a newcomer's CURP. */
    private Predicate<Registration.Newcomer> known(Collection<Registration.Newcomer> newcomers) {
        Set<ByteBuffer> taken = duplicates.taken(newcomers.stream()
                .map(Registration.Newcomer::curp)
                .filter(curp -> curp != null)
                .toList());
        return n -> n.curp() != null && taken.contains(ByteBuffer.wrap(n.curp()));
    }

    private Form form(Told row) {
        try {
            return new Form(row, merge.apply(null, row.fields(), RegisterParticipant.class), List.of(), "", null);
        } catch (ProblemException refused) {
            return new Form(row, null, List.of(), "", refused);
        }
    }

    private Registration.Newcomer newcomer(Form form) {
        if (form.refused() != null) {
            throw form.refused();
        }
        return registration.newcomer(form.told(), List.of(form.row().reference()), form.given(), form.at());
    }

    private void leave(Map<Told, UUID> rows, Map<Integer, RowResult> done) {
        if (rows.isEmpty()) {
            return;
        }
        Map<UUID, Participant> people = new HashMap<>();
        Map<UUID, byte[]> sealed = new HashMap<>();
        for (Participant p : Participant.inOrder(List.copyOf(rows.values()))) {
            people.put(p.id, p);
            sealed.put(p.id, p.identity);
        }
        session.clear(); // they are only looked at
        Map<UUID, Identity> identities = vault.openAll(sealed, Identity.class);
        Said said = Said.under(actor.get().tenant(), identities.keySet());
        Map<UUID, UUID> served = new LinkedHashMap<>();
        rows.forEach((row, id) -> {
            if (identities.containsKey(id)) {
                asSheIs(people.get(id), identities.get(id), row.fields(), said).ifPresent(form -> {
                    if (form.center() != null) {
                        served.put(id, form.center());
                    }
                    done.put(
                            row.line(),
                            RowResult.of(RowOutcome.UNCHANGED, row.reference().externalId(), id));
                });
            }
        });
        centers.serve(served);
    }

    private Optional<RegisterParticipant> asSheIs(Participant p, Identity known, JsonNode told, Said said) {
        try {
            return changes.nothingNew(p, known, told, said);
        } catch (ProblemException refused) {
            return Optional.empty(); // and refused again by itself
        }
    }
}
