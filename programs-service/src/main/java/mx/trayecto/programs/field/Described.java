package mx.trayecto.programs.field;

import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.Panache;

import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.concurrency.Preconditions;
import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.TenantEntity;
import mx.trayecto.platform.writes.Writes;
import mx.trayecto.programs.access.Reach;

/**
 * Resources of one kind, each described by one command: how they are made, read, listed, and changed by a merge patch
 * over that command. A kind adds where its references lead and how it is stored and told.
 *
 * @param <E> what is stored
 * @param <C> the command that describes it
 * @param <V> what is shown
 */
public abstract class Described<E extends TenantEntity, C, V extends Versioned> {
    @Inject
    protected Reach reach;

    @Inject
    protected Writes writes;

    @Inject
    Preconditions preconditions;

    @Inject
    MergePatch merge;

    @Inject
    Pages pages;

    private final String path;
    private final Class<E> entity;
    private final Class<C> command;
    private final BiFunction<UUID, C, E> make;
    private final BiConsumer<E, C> describe;
    private final Function<E, C> description;
    private final Function<E, V> view;

    /**
     * A kind of resource.
     *
     * @param path of the collection
     * @param make makes one of a tenant
     * @param describe lets one be as the command says
     * @param description the command that would make one as it is
     */
    protected Described(
            String path,
            Class<E> entity,
            Class<C> command,
            BiFunction<UUID, C, E> make,
            BiConsumer<E, C> describe,
            Function<E, C> description,
            Function<E, V> view) {
        this.path = path;
        this.entity = entity;
        this.command = command;
        this.make = make;
        this.describe = describe;
        this.description = description;
        this.view = view;
    }

    /** 201 with what was made. */
    public Response create(C command) {
        return writes.create(
                path,
                command,
                () -> {
                    UUID tenant = reach.center(center(command));
                    check(command);
                    E made = make.apply(tenant, command);
                    store(made);
                    return view.apply(made);
                },
                this::view);
    }

    /** One page of those that pass. */
    public Response list(PageQuery page, Filters filters) {
        return filters.page(pages, page, entity, view);
    }

    public Response read(UUID id) {
        return Answers.ok(view(id));
    }

    /** 200 with what was changed, from the version that {@code If-Match} names. */
    public Response change(UUID id, JsonNode patch) {
        return writes.patch(() -> {
            if (!ofOneCenter()) {
                reach.wholeTenant(); // before it is looked for: who may not change it is not told whether it is there
            }
            E known = known(id, lock());
            C before = description.apply(known);
            reach.center(center(before));
            preconditions.check(known.version);
            C after = merge.apply(before, patch, command);
            reach.center(center(after));
            check(after);
            change(known, after);
            return view.apply(known);
        });
    }

    /** As it is now. */
    public V view(UUID id) {
        return view.apply(known(id, LockModeType.NONE));
    }

    /** Whether each belongs to one centre, so that the row policies hide it from others; else it is the whole tenant's. */
    protected boolean ofOneCenter() {
        return false;
    }

    /** The centre it belongs to; null where it belongs to none. */
    protected UUID center(C command) {
        return null;
    }

    /** How one is locked to be changed. */
    protected LockModeType lock() {
        return LockModeType.NONE;
    }

    /** Follows the references of a command. */
    protected abstract void follow(C command, References references);

    /** Stores one, made or changed, and tells it. */
    protected abstract void store(E one);

    protected void change(E known, C command) {
        describe.accept(known, command);
        store(known);
    }

    /** @throws ProblemException 404 where the caller sees none */
    protected E known(UUID id, LockModeType lock) {
        E known = Panache.getEntityManager().find(entity, id, lock);
        if (known == null) {
            throw ProblemException.notFound();
        }
        return known;
    }

    private void check(C command) {
        References references = new References();
        follow(command, references);
        references.check();
    }
}
