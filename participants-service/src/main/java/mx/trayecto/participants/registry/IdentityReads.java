package mx.trayecto.participants.registry;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.audit.Audit;

/**
 * Writes down whose identity was read, by staff, portals and clients alike: one entry an answer, in the transaction that
 * reads, so that nobody is told of without a trace. An answer that shows nobody beyond her alias leaves none.
 */
@ApplicationScoped
class IdentityReads {
    @Inject
    Audit audit;

    /** @param action the operation's name in the contract */
    ParticipantView told(String action, ParticipantView view) {
        if (view.tells()) {
            audit.record(action, view.id(), null);
        }
        return view;
    }

    /** @param action the operation's name in the contract */
    List<ParticipantView> told(String action, List<ParticipantView> views) {
        List<String> people = views.stream()
                .filter(ParticipantView::tells)
                .map(view -> view.id().toString())
                .toList();
        if (!people.isEmpty()) {
            audit.record(action, null, Map.of("participants", people));
        }
        return views;
    }
}
