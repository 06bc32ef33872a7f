package mx.trayecto.gateway.exchange;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.http.HttpServerResponse;
import org.jboss.logging.Logger;

import mx.trayecto.gateway.contract.Operation;

/**
 * One line per request, without anything personal: the path as the contract writes it instead of the one sent, no query,
 * no address, the client instead of the person.
 */
@ApplicationScoped
public class AccessLog {
    private static final Logger LOG = Logger.getLogger("mx.trayecto.gateway.access");

    /** Writes the line as soon as the answer has gone out, or the client has. */
    public void follow(Exchange exchange) {
        if (LOG.isInfoEnabled()) {
            exchange.routing().addEndHandler(ended -> LOG.info(line(exchange)));
        }
    }

    private static String line(Exchange exchange) {
        HttpServerResponse response = exchange.request().response();
        Operation operation = exchange.operation();
        return new StringBuilder(160)
                .append("method=")
                .append(operation == null ? "-" : exchange.request().method().name())
                .append(" route=")
                .append(operation == null ? "-" : operation.template())
                .append(" status=")
                .append(response.ended() ? String.valueOf(response.getStatusCode()) : "aborted")
                .append(" ms=")
                .append(exchange.millis())
                .append(" trace=")
                .append(exchange.trace().id())
                .append(" client=")
                .append(exchange.client() == null ? "-" : exchange.client())
                .toString();
    }
}
