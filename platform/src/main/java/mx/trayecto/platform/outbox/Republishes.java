package mx.trayecto.platform.outbox;

import java.util.UUID;

/** Publishes current snapshots of a compacted topic once more, where consumers hold something else after a restore. */
public interface Republishes {
    Topic topic();

    /**
     * Appends the snapshot of an aggregate as it is now, in the caller's transaction and within its tenant. The row is read
     * under its lock: a change under way would otherwise be committed first and followed by what was there before it.
     *
     * @return false where there is no such aggregate of this kind
     */
    boolean republish(UUID aggregate);
}
