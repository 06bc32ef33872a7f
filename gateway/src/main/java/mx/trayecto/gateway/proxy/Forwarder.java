package mx.trayecto.gateway.proxy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.vertx.core.Vertx;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;

import mx.trayecto.gateway.exchange.Exchange;
import mx.trayecto.gateway.limits.LimitsConfig;
import mx.trayecto.gateway.limits.SizeLimits;
import mx.trayecto.gateway.problem.Refusals;

/** Passes requests on to the services that own them. */
@ApplicationScoped
public class Forwarder {
    private static final ProxyOptions OPTIONS = new ProxyOptions().setSupportWebSocket(false);

    @Inject
    Vertx vertx;

    @Inject
    Services services;

    @Inject
    ServicesConfig config;

    @Inject
    LimitsConfig limits;

    @Inject
    SizeLimits sizes;

    @Inject
    Refusals refusals;

    /** Streams the request, whose reading has been paused, to its service and the answer back. */
    public void forward(Exchange exchange) {
        Forwarding forwarding = new Forwarding(exchange, this);
        // A proxy is but its origin and interceptors; one per request gives them the exchange without a detour.
        HttpProxy.reverseProxy(OPTIONS, services.client())
                .origin(context -> forwarding.connect())
                .addInterceptor(forwarding)
                .handle(exchange.request());
    }

    long millisAllowed(Exchange exchange) {
        return (exchange.operation().isImport() ? limits.importTime() : limits.time()).toMillis();
    }
}
