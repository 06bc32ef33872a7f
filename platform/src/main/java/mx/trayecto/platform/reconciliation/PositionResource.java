package mx.trayecto.platform.reconciliation;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;

import mx.trayecto.platform.inbox.Backlog;
import mx.trayecto.platform.inbox.Inbox;
import mx.trayecto.platform.outbox.Publishes;
import mx.trayecto.platform.outbox.Topic;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.platform.writes.NotIdempotent;

/**
 * The operators' way to compare what producers have written with what consumers have applied, of all tenants: a page of
 * the one is handed to the other. It is no part of the contract and the gateway does not route to it: it is reached on
 * the service's own port.
 */
@Path("/internal/positions")
@RunOnVirtualThread
@RolesAllowed("tenants:admin")
public class PositionResource {
    private static final Logger LOG = Logger.getLogger(PositionResource.class);
    private static final String FIRST = "00000000-0000-0000-0000-000000000000";

    @Inject
    Positions positions;

    @Inject
    Repair repair;

    @Inject
    Inbox inbox;

    @Inject
    Backlog backlog;

    @Inject
    Instance<Publishes> publishers;

    @Inject
    CurrentActor actor;

    record TopicNames(Collection<String> applied, Collection<String> published) {}

    record Unread(Set<String> topics) {}

    record PositionList(@NotNull @Size(max = Positions.PAGE) List<@NotNull @Valid Position> items) {}

    @GET
    @Operation(hidden = true)
    public TopicNames topics() {
        Set<String> read = inbox.subscribed();
        return new TopicNames(
                read.stream().sorted().toList(),
                published().map(Topic::name).sorted().toList());
    }

    /**
     * The topics of which this service has not taken in all that they hold now, once the seconds are over: whatever it
     * has applied says nothing yet about what it will hold.
     */
    @GET
    @Path("/unread")
    @Operation(hidden = true)
    public Unread unread(@QueryParam("within") @DefaultValue("0") @Min(0) @Max(300) int seconds)
            throws SQLException, InterruptedException {
        return new Unread(backlog.awaitEnd(Duration.ofSeconds(seconds)));
    }

    /** What this service has applied: the aggregates after one, in order; an empty page is the end. */
    @GET
    @Path("/applied")
    @Operation(hidden = true)
    public PositionList applied(
            @QueryParam("topic") String topic, @QueryParam("after") @DefaultValue(FIRST) UUID aggregate)
            throws SQLException {
        return new PositionList(positions.applied(topic, aggregate));
    }

    /** What this service has written: the aggregates after one of a tenant, in order; an empty page is the end. */
    @GET
    @Path("/published")
    @Operation(hidden = true)
    public PositionList published(
            @QueryParam("topic") String topic,
            @QueryParam("tenant") @DefaultValue(FIRST) UUID tenant,
            @QueryParam("after") @DefaultValue(FIRST) UUID aggregate)
            throws SQLException {
        return new PositionList(positions.published(topic, tenant, aggregate));
    }

    /** What a consumer holds otherwise than it was written here; with {@code repair} it is told how things stand. */
    @POST
    @Path("/compare")
    @NotIdempotent
    @Operation(hidden = true)
    public Differences compare(
            @QueryParam("topic") String topic,
            @QueryParam("repair") @DefaultValue("false") boolean mend,
            @Valid PositionList held)
            throws SQLException {
        Topic own = published()
                .filter(each -> each.name().equals(topic))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        Differences differences = positions.compare(held.items());
        List<Position> lost = Stream.concat(differences.ahead().stream(), differences.unknown().stream())
                .toList();
        if (!mend || lost.isEmpty()) {
            return differences;
        }
        LOG.warnf("%s repairs %d aggregates of %s", actor.get().subject(), lost.size(), topic);
        return differences.repaired(repair.repair(own, lost));
    }

    /** Those aggregates, written elsewhere, of which this service has applied nothing. */
    @POST
    @Path("/missing")
    @NotIdempotent
    @Operation(hidden = true)
    public PositionList missing(@QueryParam("topic") String topic, @Valid PositionList written) throws SQLException {
        return new PositionList(positions.missing(topic, written.items()));
    }

    private Stream<Topic> published() {
        return publishers.stream().flatMap(publisher -> publisher.topics().stream());
    }
}
