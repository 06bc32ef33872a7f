package mx.trayecto.participants.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.audit.Audit;

/**
 * Writes down whose identity was read, by staff, portals and clients alike: one entry an answer, in the transaction that
 * reads, so that nobody is told of without a trace. An answer that shows nobody beyond her alias leaves none.
 */
@ApplicationScoped
class IdentityReads {
    /** People in one entry. */
    private static final int MOST = 500;

    @Inject
    Audit audit;

    @Inject
    Protection protection;

    /** @param action the operation's name in the contract */
    ParticipantView told(String action, ParticipantView view) {
        if (view.tells()) {
            audit.record(action, view.id(), under(view.identityAccess()));
        }
        return view;
    }

    /** A change that answers with a protected record under an access; of others the change itself is the trace. */
    ParticipantView changed(String action, ParticipantView view) {
        return view.identityAccess() == null ? view : told(action, view);
    }

    /**
     * Whether more of her than alias and state may be told; of a protected record that leaves a trace.
     *
     * @param action the operation's name in the contract
     */
    boolean opened(String action, Participant p) {
        Optional<UUID> access = protection.access(p);
        access.ifPresent(id -> audit.record(action, p.id, under(id)));
        return !p.protectedRecord || access.isPresent();
    }

    /**
     * Whether more of her than alias and state may be told; where it may, that leaves a trace.
     *
     * @param action the operation's name in the contract
     */
    boolean told(String action, Participant p) {
        if (p.protectedRecord) {
            return opened(action, p);
        }
        audit.record(action, p.id, null);
        return true;
    }

    /**
     * Long lists are several entries.
     *
     * @param action the operation's name in the contract
     */
    List<ParticipantView> told(String action, List<ParticipantView> views) {
        List<ParticipantView> telling =
                views.stream().filter(ParticipantView::tells).toList();
        for (int from = 0; from < telling.size(); from += MOST) {
            List<ParticipantView> some = telling.subList(from, Math.min(from + MOST, telling.size()));
            Map<String, Object> details = new HashMap<>();
            details.put("participants", some.stream().map(ParticipantView::id).toList());
            List<UUID> accesses = some.stream()
                    .map(ParticipantView::identityAccess)
                    .filter(Objects::nonNull)
                    .toList();
            if (!accesses.isEmpty()) {
                details.put("identityAccesses", accesses);
            }
            audit.record(action, null, details);
        }
        return views;
    }

    private static Map<String, ?> under(UUID access) {
        return access == null ? null : Map.of("identityAccess", access);
    }
}
