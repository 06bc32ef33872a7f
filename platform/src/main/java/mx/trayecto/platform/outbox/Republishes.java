package mx.trayecto.platform.outbox;

/**
 * Publishes current snapshots of a compacted topic once more, where consumers hold something else after a restore.
 *
 * @param <E> the entity of which the topic tells
 */
public interface Republishes<E> {
    Topic topic();

    Class<E> entity();

    /** Makes visible, in the caller's transaction and before one is looked for, what is otherwise shown to nobody. */
    default void prepare() {
        // most entities are shown to whoever acts for their tenant
    }

    /** Appends the snapshot of one as it is now, in the caller's transaction. */
    void tell(E one);
}
