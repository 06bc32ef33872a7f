package mx.trayecto.programs.field;

import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.outbox.Republishes;
import mx.trayecto.platform.outbox.Topic;
import mx.trayecto.platform.tenancy.TenantEntity;
import mx.trayecto.programs.topic.Topics;

/** Resources of which the other services are told the latest state. */
public abstract class Snapshotted<E extends TenantEntity, C, V extends Versioned> extends Described<E, C, V>
        implements Republishes<E> {
    private final Class<E> entity;

    protected Snapshotted(
            String path,
            Class<E> entity,
            Class<C> command,
            BiFunction<UUID, C, E> make,
            BiConsumer<E, C> describe,
            Function<E, C> description,
            Function<E, V> view) {
        super(path, entity, command, make, describe, description, view);
        this.entity = entity;
    }

    @Override
    public Topic topic() {
        return Topics.PROGRAMS;
    }

    @Override
    public Class<E> entity() {
        return entity;
    }
}
