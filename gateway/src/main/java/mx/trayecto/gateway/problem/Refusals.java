package mx.trayecto.gateway.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

import mx.trayecto.gateway.exchange.Discarded;
import mx.trayecto.gateway.exchange.Exchange;

/** Answers requests that are refused before they reach a service. */
@ApplicationScoped
public class Refusals {
    @Inject
    Vertx vertx;

    public void answer(Exchange exchange, Refusal refusal) {
        HttpServerResponse response = exchange.request().response();
        if (response.closed() || response.ended()) {
            return;
        }
        if (response.headWritten()) {
            response.reset();
            return;
        }
        Buffer body = refusal.describe(exchange, response.headers());
        response.setStatusCode(refusal.status());
        if (exchange.rateLimit() != null) {
            response.putHeader("RateLimit-Policy", exchange.rateLimitPolicy())
                    .putHeader("RateLimit", exchange.rateLimit());
        }
        response.end(body);
        Discarded.rest(exchange.request(), vertx);
    }
}
