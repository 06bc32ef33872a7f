package mx.trayecto.participants.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

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
        return of(List.of(p), protection::open, asked).getFirst();
    }

    List<ParticipantView> of(List<Participant> people) {
        return of(people, protection::open, null);
    }

    /** As they stand in a file: protected records by alias, whoever asks. */
    List<ParticipantView> exported(List<Participant> people) {
        return of(people, p -> !p.protectedRecord, null);
    }

    private List<ParticipantView> of(List<Participant> people, Predicate<Participant> open, UUID asked) {
        Map<UUID, byte[]> sealed = new HashMap<>();
        people.stream().filter(p -> !p.protectedRecord).forEach(p -> sealed.put(p.id, p.identity));
        Map<UUID, Identity> identities = vault.openAll(sealed, Identity.class);
        Map<UUID, List<Reference>> named =
                references.of(people.stream().map(p -> p.id).toList(), protection.sees());
        return people.stream()
                .map(p -> view(
                        p,
                        open.test(p),
                        asked == null ? p.id : asked,
                        identities.get(p.id),
                        named.getOrDefault(p.id, List.of())))
                .toList();
    }

    private ParticipantView view(Participant p, boolean open, UUID asked, Identity identity, List<Reference> named) {
        return open
                ? ParticipantView.of(p, asked, identity, named)
                : ParticipantView.byAlias(
                        p, named.stream().filter(protection::owns).toList());
    }
}
