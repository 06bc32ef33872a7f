package mx.trayecto.gateway.proxy;

import java.util.List;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;

import mx.trayecto.gateway.exchange.Exchange;
import mx.trayecto.gateway.exchange.Trace;

/** What is changed about headers on their way; everything else passes through untouched. */
final class Headers {
    /** Those of one connection (RFC 9110, 7.6.1). Transfer-Encoding is kept: the proxy reads it, and sets its own. */
    private static final List<CharSequence> HOP_BY_HOP = List.of(
            HttpHeaders.createOptimized("keep-alive"),
            HttpHeaders.createOptimized("proxy-connection"),
            HttpHeaders.createOptimized("proxy-authenticate"),
            HttpHeaders.createOptimized("proxy-authorization"),
            HttpHeaders.createOptimized("te"),
            HttpHeaders.createOptimized("trailer"),
            HttpHeaders.createOptimized("upgrade"));

    /** What a client says about where it comes from is not believed. */
    private static final List<CharSequence> CLAIMED = List.of(
            HttpHeaders.createOptimized("forwarded"),
            HttpHeaders.createOptimized("x-forwarded-server"),
            HttpHeaders.createOptimized("x-forwarded-prefix"),
            HttpHeaders.createOptimized("x-forwarded-port"),
            HttpHeaders.createOptimized("x-forwarded-ssl"),
            HttpHeaders.createOptimized("x-forwarded-host"),
            HttpHeaders.createOptimized("x-real-ip"));

    private static final CharSequence FORWARDED_FOR = HttpHeaders.createOptimized("x-forwarded-for");
    private static final CharSequence FORWARDED_PROTO = HttpHeaders.createOptimized("x-forwarded-proto");
    private static final CharSequence FORWARDED_HOST = HttpHeaders.createOptimized("x-forwarded-host");
    private static final CharSequence TRACEPARENT = HttpHeaders.createOptimized(Trace.HEADER);
    private static final CharSequence POLICY = HttpHeaders.createOptimized("RateLimit-Policy");
    private static final CharSequence REMAINING = HttpHeaders.createOptimized("RateLimit");

    private Headers() {}

    static void outwards(Exchange exchange, MultiMap headers) {
        dropHopByHop(headers);
        CLAIMED.forEach(headers::remove);
        headers.remove(HttpHeaders.EXPECT);
        HttpServerRequest request = exchange.request();
        SocketAddress address = request.remoteAddress();
        if (address != null && address.hostAddress() != null) {
            headers.set(FORWARDED_FOR, address.hostAddress());
        } else {
            headers.remove(FORWARDED_FOR);
        }
        headers.set(FORWARDED_PROTO, request.scheme());
        HostAndPort host = request.authority();
        if (host != null) {
            headers.set(FORWARDED_HOST, host.toString());
        }
        headers.set(TRACEPARENT, exchange.trace().parent());
    }

    static void backwards(Exchange exchange, MultiMap headers) {
        dropHopByHop(headers);
        if (exchange.rateLimit() != null) {
            headers.set(POLICY, exchange.rateLimitPolicy()).set(REMAINING, exchange.rateLimit());
        }
    }

    private static void dropHopByHop(MultiMap headers) {
        String named = headers.get(HttpHeaders.CONNECTION);
        if (named != null) {
            for (String list : headers.getAll(HttpHeaders.CONNECTION)) {
                for (String name : list.split(",")) {
                    if (!name.isBlank() && !isNeeded(name.strip())) {
                        headers.remove(name.strip());
                    }
                }
            }
            headers.remove(HttpHeaders.CONNECTION);
        }
        HOP_BY_HOP.forEach(headers::remove);
    }

    /** A client may not have those dropped that say how long the body is. */
    private static boolean isNeeded(String name) {
        return name.equalsIgnoreCase("content-length") || name.equalsIgnoreCase("transfer-encoding");
    }
}
