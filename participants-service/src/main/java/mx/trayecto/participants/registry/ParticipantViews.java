package mx.trayecto.participants.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.participants.references.Reference;
import mx.trayecto.participants.references.References;
import mx.trayecto.platform.crypto.Vault;

/** Opens what may be seen of people, with one look into the key store for all of them. */
@ApplicationScoped
class ParticipantViews {
    @Inject
    Vault vault;

    @Inject
    References references;

    @Inject
    Protection protection;

    ParticipantView of(Participant p) {
        return of(p, p.id);
    }

    /** @param asked the record that she was asked for by */
    ParticipantView of(Participant p, UUID asked) {
        return of(List.of(p), protection.accesses(List.of(p)), asked, Set.of()).getFirst();
    }

    List<ParticipantView> of(List<Participant> people) {
        return of(people, protection.accesses(people), null, Set.of());
    }

    /**
     * As they stand in a file: protected records by alias, whoever asks, and without all that they could be reached
     * by those who took back their consent to be contacted.
     */
    List<ParticipantView> exported(List<Participant> people) {
        Set<UUID> unreachable = people.stream()
                .filter(Participant::contactWithdrawn)
                .map(p -> p.id)
                .collect(Collectors.toSet());
        return of(people, Map.of(), null, unreachable);
    }

    /** As a register that the law demands has them: protected records by alias, whoever asks. */
    List<ParticipantView> declared(List<Participant> people) {
        return of(people, Map.of(), null, Set.of());
    }

    private List<ParticipantView> of(
            List<Participant> people, Map<UUID, UUID> accesses, UUID asked, Set<UUID> unreachable) {
        Map<UUID, byte[]> sealed = new HashMap<>();
        people.stream()
                .filter(p -> !p.protectedRecord || accesses.containsKey(p.id))
                .forEach(p -> sealed.put(p.id, p.identity));
        Map<UUID, Identity> identities = vault.openAll(sealed, Identity.class);
        Map<UUID, List<Reference>> named =
                references.of(people.stream().map(p -> p.id).toList(), accesses.keySet());
        return people.stream()
                .map(p -> view(
                        p,
                        asked == null ? p.id : asked,
                        accesses.get(p.id),
                        unreachable.contains(p.id) ? withoutContact(identities.get(p.id)) : identities.get(p.id),
                        named.getOrDefault(p.id, List.of())))
                .toList();
    }

    private static Identity withoutContact(Identity identity) {
        return identity == null ? null : identity.withoutContact();
    }

    private ParticipantView view(Participant p, UUID asked, UUID access, Identity identity, List<Reference> named) {
        return !p.protectedRecord || access != null
                ? ParticipantView.of(p, asked, access, identity, named)
                : ParticipantView.byAlias(
                        p, named.stream().filter(protection::owns).toList());
    }
}
