package mx.trayecto.platform.writes;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;

import mx.trayecto.platform.audit.Audit;
import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.crypto.BlindIndex;
import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.platform.outbox.Positions;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.platform.tenancy.RowSecurity;

/**
 * The one way of every write: state change, its events, its idempotency key and its audit entry commit together, or
 * nothing does. The work makes its view after its last flush ({@code Outbox.append} flushes), so that the view carries
 * the version that is committed.
 */
@ApplicationScoped
public class Writes {
    public static final String KEY = "Idempotency-Key";
    public static final String REPLAYED = "Idempotency-Replayed";

    @Inject
    IdempotencyKeys keys;

    @Inject
    Audit audit;

    @Inject
    CurrentActor actor;

    @Inject
    Outbox outbox;

    @Inject
    Positions positions;

    @Inject
    BlindIndex fingerprints;

    @Inject
    ObjectMapper json;

    @Inject
    Sql sql;

    @Context
    UriInfo uri;

    @Context
    HttpHeaders headers;

    @Context
    jakarta.ws.rs.core.Request request;

    @Context
    ResourceInfo resource;

    /**
     * A POST that makes a resource: 201 with its Location and ETag.
     *
     * @param collection path of the collection, such as {@code /v1/participants}
     * @param reload the resource as it is now, for a repeated request
     */
    public Response create(
            String collection,
            Object command,
            Supplier<? extends Versioned> work,
            Function<UUID, ? extends Versioned> reload) {
        return post(201, collection, command, work, reload);
    }

    /** A POST that begins something which is done later: 202 with the Location of what tells how it goes. */
    public Response accept(
            String collection,
            Object command,
            Supplier<? extends Versioned> work,
            Function<UUID, ? extends Versioned> reload) {
        return post(202, collection, command, work, reload);
    }

    /** A POST that acts on a resource: 200 with the resource as it became. */
    public Response act(
            Object command, Supplier<? extends Versioned> work, Function<UUID, ? extends Versioned> reload) {
        return post(200, null, command, work, reload);
    }

    /** A PATCH or PUT of a known version: 200 with the resource as it became. */
    public Response patch(Supplier<? extends Versioned> work) {
        return patch(work, () -> null);
    }

    /**
     * The same.
     *
     * @param details what the audit tells of it, asked for once it is done: codes and names of fields, nothing personal
     */
    public Response patch(Supplier<? extends Versioned> work, Supplier<Map<String, ?>> details) {
        return Answers.ok(inTransaction(() -> {
            Versioned view = work.get();
            audit.record(action(), view.id(), details.get());
            return view;
        }));
    }

    /** A DELETE of a known version: 204. */
    public Response delete(UUID id, Runnable work) {
        inTransaction(() -> {
            work.run();
            audit.record(action(), id, null);
            return null;
        });
        return Response.noContent().build();
    }

    private Response post(
            int status,
            String collection,
            Object command,
            Supplier<? extends Versioned> work,
            Function<UUID, ? extends Versioned> reload) {
        Actor who = actor.get();
        IdempotencyKeys.Scope scope = new IdempotencyKeys.Scope(
                who.tenant(),
                who.client(),
                request.getMethod(),
                path(),
                blind("idempotency-key", headers.getHeaderString(KEY)));
        byte[] fingerprint = fingerprints.token("idempotency", text(command));
        return RowSecurity.alongWithTheFirst(() -> inTransaction(() -> {
            Optional<IdempotencyKeys.Outcome> before = keys.claim(scope, fingerprint);
            if (before.isPresent()) {
                return replayed(before.get(), reload);
            }
            Versioned view = work.get();
            String location = collection == null ? null : collection + "/" + view.id();
            sql.execute(
                    keys.outcome(scope, fingerprint, status, location, view, positions.aggregates()),
                    audit.entry(action(), view.id(), null));
            return answer(status, location, view).build();
        }));
    }

    private Response replayed(IdempotencyKeys.Outcome before, Function<UUID, ? extends Versioned> reload) {
        Response.ResponseBuilder answer = answer(before.status(), before.location(), reload.apply(before.resource()))
                .header(REPLAYED, "true");
        if (before.positions() != null) {
            answer.header(Positions.HEADER, before.positions());
        }
        return answer.build();
    }

    private static Response.ResponseBuilder answer(int status, String location, Versioned view) {
        Response.ResponseBuilder answer = Response.status(status).entity(view).tag(Answers.tag(view));
        return location == null ? answer : answer.header(HttpHeaders.LOCATION, location);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Attempts.of(
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    outbox.sabotage();
                    return work.get();
                }),
                positions::clear);
    }

    /** Callers make keys and queries out of what they have, a CURP among it: only their tokens are kept. */
    private String path() {
        String query = uri.getRequestUri().getRawQuery();
        return query == null ? uri.getPath() : uri.getPath() + "?" + blind("idempotency-query", query);
    }

    private String blind(String purpose, String text) {
        return HexFormat.of().formatHex(fingerprints.token(purpose, text));
    }

    private String action() {
        return resource.getResourceMethod().getName();
    }

    private String text(Object command) {
        try {
            return json.writeValueAsString(command);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a command cannot be written", e);
        }
    }
}
