package mx.trayecto.gateway.exchange;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import mx.trayecto.gateway.contract.Operation;

/** One request on its way through the gateway, with what has been found out about it. Lives on its event loop. */
public final class Exchange {
    private final RoutingContext routing;
    private final Trace trace;
    private final long startedAt = System.nanoTime();
    private Operation operation;
    private String client;
    private String rateLimitPolicy;
    private String rateLimit;

    public Exchange(RoutingContext routing) {
        this.routing = routing;
        this.trace = Trace.of(routing.request().getHeader(Trace.HEADER));
    }

    public RoutingContext routing() {
        return routing;
    }

    public HttpServerRequest request() {
        return routing.request();
    }

    public Trace trace() {
        return trace;
    }

    public long millis() {
        return (System.nanoTime() - startedAt) / 1_000_000;
    }

    public void found(Operation operation) {
        this.operation = operation;
    }

    /** What the contract calls the thing asked for; null before it was found, and where it is not in the contract. */
    public Operation operation() {
        return operation;
    }

    public void identified(String client) {
        this.client = client;
    }

    /** The client (not the person) that asks; null where no token was accepted. */
    public String client() {
        return client;
    }

    public void metered(String policy, String remaining) {
        this.rateLimitPolicy = policy;
        this.rateLimit = remaining;
    }

    /** The value of {@code RateLimit-Policy}; null before it was metered. */
    public String rateLimitPolicy() {
        return rateLimitPolicy;
    }

    /** The value of {@code RateLimit}; null before it was metered. */
    public String rateLimit() {
        return rateLimit;
    }
}
