package mx.trayecto.platform.tenancy;

import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;

/** Who acts now: the token's bearer inside a request, or the actor a worker runs as. */
@ApplicationScoped
public class CurrentActor {
    private static final ScopedValue<Actor> RUNNING_AS = ScopedValue.newInstance();

    @Inject
    TokenActor token;

    /**
     * The actor in hand.
     *
     * @throws ProblemException 401 without a token, 403 where the token names no tenant
     */
    public Actor get() {
        return find().orElseThrow(() -> ProblemException.of(CommonProblem.UNAUTHENTICATED));
    }

    /** The actor in hand, if there is one (health checks and start-up have none). */
    public Optional<Actor> find() {
        if (RUNNING_AS.isBound()) {
            return Optional.of(RUNNING_AS.get());
        }
        return Arc.container().requestContext().isActive() ? token.actor() : Optional.empty();
    }

    /** Runs work as {@code actor} in a request context of its own. */
    public <T> T runAs(Actor actor, Supplier<T> work) {
        ManagedContext context = Arc.container().requestContext();
        boolean mine = !context.isActive();
        if (mine) {
            context.activate();
        }
        try {
            return ScopedValue.where(RUNNING_AS, actor).call(work::get);
        } finally {
            if (mine) {
                context.terminate();
            }
        }
    }
}
