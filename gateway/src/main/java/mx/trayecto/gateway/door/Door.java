package mx.trayecto.gateway.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

import mx.trayecto.gateway.contract.PathOperations;
import mx.trayecto.gateway.contract.RouteTable;
import mx.trayecto.gateway.exchange.AccessLog;
import mx.trayecto.gateway.exchange.Exchange;
import mx.trayecto.gateway.limits.RateLimits;
import mx.trayecto.gateway.limits.SizeLimits;
import mx.trayecto.gateway.problem.GatewayProblem;
import mx.trayecto.gateway.problem.Refusal;
import mx.trayecto.gateway.problem.Refusals;
import mx.trayecto.gateway.proxy.Forwarder;
import mx.trayecto.gateway.token.TokenCheck;

/**
 * The way of a request: is it in the contract, who asks, is there room, does it fit; then it is passed on. Each step
 * either goes on or answers.
 */
@ApplicationScoped
class Door {
    private static final Logger LOG = Logger.getLogger(Door.class);

    @Inject
    RouteTable routes;

    @Inject
    AccessLog accessLog;

    @Inject
    TokenCheck tokens;

    @Inject
    RateLimits rates;

    @Inject
    SizeLimits sizes;

    @Inject
    Forwarder forwarder;

    @Inject
    Refusals refusals;

    void open(@Observes Router router) {
        router.route("/v1/*").handler(this::enter).failureHandler(this::fail);
        // Whatever is not served elsewhere is not in the contract either.
        router.route().last().handler(this::enter).failureHandler(this::fail);
    }

    private void enter(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        // Nothing of the body may arrive before somebody takes it.
        request.pause();
        Exchange exchange = new Exchange(routing);
        accessLog.follow(exchange);
        Refusal misfit = sizes.head(request);
        PathOperations path = misfit == null ? routes.find(request.path()) : null;
        if (misfit != null) {
            refusals.answer(exchange, misfit);
        } else if (path == null) {
            refusals.answer(exchange, Refusal.of(GatewayProblem.PATH_UNKNOWN));
        } else if (path.of(request.method().name()) == null) {
            refusals.answer(
                    exchange, Refusal.of(GatewayProblem.METHOD_NOT_ALLOWED).header("Allow", path.allowed()));
        } else {
            exchange.found(path.of(request.method().name()));
            identify(exchange);
        }
    }

    private void identify(Exchange exchange) {
        if (exchange.operation().open()) {
            measure(exchange, "address " + exchange.request().remoteAddress().hostAddress());
        } else {
            tokens.admit(exchange, () -> measure(exchange, exchange.client()));
        }
    }

    private void measure(Exchange exchange, String client) {
        if (!rates.admit(exchange, client)) {
            return;
        }
        HttpServerRequest request = exchange.request();
        Refusal misfit = sizes.announced(request, sizes.body(exchange.operation()));
        if (misfit != null) {
            refusals.answer(exchange, misfit);
            return;
        }
        if (request.headers().contains(HttpHeaders.EXPECT)) {
            request.response().writeContinue();
        }
        forwarder.forward(exchange);
    }

    private void fail(RoutingContext routing) {
        // Class names only: a message may quote what was sent.
        LOG.errorf("request failed: %s", routing.failure() == null ? routing.statusCode() : kinds(routing.failure()));
        refusals.answer(new Exchange(routing), Refusal.of(GatewayProblem.INTERNAL));
    }

    private static String kinds(Throwable failure) {
        StackTraceElement[] places = failure.getStackTrace();
        return failure.getClass().getName() + (places.length == 0 ? "" : " at " + places[0]);
    }
}
