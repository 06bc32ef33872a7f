package mx.trayecto.participants.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
        return of(List.of(p)).getFirst();
    }

    List<ParticipantView> of(List<Participant> people) {
        Map<UUID, UUID> accesses = protection.accesses(people);
        Map<UUID, byte[]> sealed = new HashMap<>();
        people.stream()
                .filter(p -> !p.protectedRecord || accesses.containsKey(p.id))
                .forEach(p -> sealed.put(p.id, p.identity));
        Map<UUID, Identity> identities = vault.openAll(sealed, Identity.class);
        Map<UUID, List<Reference>> named =
                references.of(people.stream().map(p -> p.id).toList());
        return people.stream()
                .map(p -> view(p, accesses.get(p.id), identities.get(p.id), named.getOrDefault(p.id, List.of())))
                .toList();
    }

    private ParticipantView view(Participant p, UUID access, Identity identity, List<Reference> named) {
        return !p.protectedRecord || access != null
                ? ParticipantView.of(p, access, identity, named)
                : ParticipantView.byAlias(
                        p, named.stream().filter(protection::owns).toList());
    }
}
