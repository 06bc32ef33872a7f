package mx.trayecto.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;

import mx.trayecto.gateway.exchange.Exchange;
import mx.trayecto.gateway.limits.SizeLimits;
import mx.trayecto.gateway.problem.Refusal;

/**
 * One request passed on. Whichever comes first decides what the client is told: the head of the service's answer, a
 * failure, a body that turns out too large, or the end of the time allowed.
 */
final class Forwarding implements ProxyInterceptor {
    private final Exchange exchange;
    private final Forwarder forwarder;
    private final long limit;
    private final LimitedBody body;
    /** Stays open where the request is refused: then there is nothing left for the proxy to do. */
    private final Promise<ProxyResponse> answer = Promise.promise();

    private HttpClientRequest outgoing;
    private boolean refused;

    Forwarding(Exchange exchange, Forwarder forwarder) {
        this.exchange = exchange;
        this.forwarder = forwarder;
        this.limit = forwarder.sizes.body(exchange.operation());
        this.body = new LimitedBody(exchange.request(), limit);
    }

    Future<HttpClientRequest> connect() {
        return forwarder.services.request(exchange.operation().service()).compose(request -> {
            outgoing = request;
            if (isSettled()) {
                request.reset();
                return Future.failedFuture("no longer wanted");
            }
            return Future.succeededFuture(request);
        });
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        Headers.outwards(exchange, request.headers());
        request.setBody(Body.body(body, request.getBody().length()));
        long timer = forwarder.vertx.setTimer(forwarder.millisAllowed(exchange), late -> expire());
        context.sendRequest().onComplete(sent -> {
            forwarder.vertx.cancelTimer(timer);
            if (isSettled()) {
                abandon();
            } else if (sent.succeeded()) {
                answer.complete(sent.result());
            } else {
                refuse(failure(sent.cause()));
            }
        });
        return answer.future();
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        Headers.backwards(exchange, context.response().headers());
        return Delivery.of(exchange, context.response()).recover(broken -> {
            abandon();
            // Half an answer has been sent; there is no other to give after it.
            return Promise.<Void>promise().future();
        });
    }

    private void expire() {
        boolean arrived = exchange.request().isEnded();
        if (!isSettled()) {
            refuse(arrived ? UpstreamFailure.late() : UpstreamFailure.slowClient());
        }
        abandon();
    }

    private Refusal failure(Throwable cause) {
        return body.isTooLarge()
                ? SizeLimits.tooLarge(limit)
                : UpstreamFailure.refusal(
                        cause,
                        exchange.operation().service(),
                        forwarder.config.connections().retryAfter());
    }

    private void refuse(Refusal refusal) {
        refused = true;
        forwarder.refusals.answer(exchange, refusal);
    }

    /** Frees the connection to the service, where there is one. */
    private void abandon() {
        if (outgoing != null) {
            outgoing.reset();
        }
    }

    /** Whether the client has been refused, or has gone and there is nobody left to tell. */
    private boolean isSettled() {
        return refused || exchange.request().response().closed();
    }
}
