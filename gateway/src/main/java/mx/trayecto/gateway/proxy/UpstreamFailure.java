package mx.trayecto.gateway.proxy;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import org.jboss.logging.Logger;

import mx.trayecto.gateway.contract.Service;
import mx.trayecto.gateway.problem.GatewayProblem;
import mx.trayecto.gateway.problem.Refusal;

/** What a client is told when a service does not answer as it should. */
final class UpstreamFailure {
    private static final Logger LOG = Logger.getLogger(UpstreamFailure.class);

    private UpstreamFailure() {}

    static Refusal refusal(Throwable cause, Service service, int retryAfter) {
        if (isAway(cause)) {
            return Refusal.of(GatewayProblem.UNAVAILABLE).header("Retry-After", String.valueOf(retryAfter));
        }
        // Only the kind of failure: its message may quote what was being read.
        LOG.warnf(
                "the answer of %s broke off: %s",
                service.module(), cause.getClass().getName());
        return cause instanceof TimeoutException ? late() : repeatable(GatewayProblem.BAD_GATEWAY);
    }

    static Refusal late() {
        return repeatable(GatewayProblem.GATEWAY_TIMEOUT);
    }

    static Refusal slowClient() {
        return Refusal.of(GatewayProblem.TOO_SLOW);
    }

    /** Connection refused, not reached, not set up in time, or none free: nothing has been carried out. */
    private static boolean isAway(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof NoRouteToHostException
                || cause instanceof UnknownHostException
                || cause instanceof ConnectionPoolTooBusyException;
    }

    private static Refusal repeatable(GatewayProblem problem) {
        return Refusal.of(problem)
                .detail(
                        "Puede haberse llevado a cabo; repítala con la misma Idempotency-Key.",
                        "It may have been carried out; repeat it with the same Idempotency-Key.");
    }
}
