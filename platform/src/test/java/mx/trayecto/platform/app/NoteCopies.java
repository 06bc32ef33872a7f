package mx.trayecto.platform.app;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import mx.trayecto.platform.inbox.InboxEvent;
import mx.trayecto.platform.inbox.InboxHandler;
import mx.trayecto.platform.inbox.UnreadableEvent;

/** Counts how often each note was told of, so that a lost or a doubled event shows. */
@ApplicationScoped
class NoteCopies implements InboxHandler {
    static volatile String poison;

    /** Whether what was applied can be taken back. */
    static volatile boolean forgetful = true;

    /** What befalls the process once it has written, before it commits. */
    static volatile Error failure;

    @Override
    public Set<String> topics() {
        return Set.of("trayecto.notes.v1");
    }

    @Override
    public boolean reads(String type) {
        return !type.equals("mx.trayecto.note.pinned.v1");
    }

    @Override
    public void apply(Connection worker, List<InboxEvent> events) throws SQLException {
        try (PreparedStatement upsert = worker.prepareStatement("INSERT INTO note_copy VALUES (?, ?, 1)"
                + " ON CONFLICT (id) DO UPDATE SET title = EXCLUDED.title, copies = note_copy.copies + 1")) {
            for (InboxEvent event : events) {
                String title = event.data().path("title").asText(null);
                if (title == null || title.equals(poison)) {
                    throw new UnreadableEvent("title missing or poisoned");
                }
                upsert.setObject(1, event.subject());
                upsert.setString(2, title);
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
        Error now = failure;
        if (now != null) {
            throw now;
        }
    }

    @Override
    public void forget(Connection worker, Collection<Subject> subjects) throws SQLException {
        if (!forgetful) {
            InboxHandler.super.forget(worker, subjects);
        }
        try (PreparedStatement delete = worker.prepareStatement("DELETE FROM note_copy WHERE id = ANY (?)")) {
            delete.setArray(
                    1,
                    worker.createArrayOf(
                            "uuid", subjects.stream().map(Subject::id).toArray()));
            delete.executeUpdate();
        }
    }
}
