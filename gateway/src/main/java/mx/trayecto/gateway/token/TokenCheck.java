package mx.trayecto.gateway.token;

import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

import mx.trayecto.gateway.exchange.Exchange;
import mx.trayecto.gateway.problem.GatewayProblem;
import mx.trayecto.gateway.problem.Refusal;
import mx.trayecto.gateway.problem.Refusals;

/**
 * Looks at the token at the door, by the rules of {@code quarkus.oidc.*} (signature, issuer, audience, expiry). What a
 * token allows is for the services to decide; they check it again.
 */
@ApplicationScoped
public class TokenCheck {
    private static final Logger LOG = Logger.getLogger(TokenCheck.class);
    private static final String BEARER = "Bearer ";
    private static final BiConsumer<RoutingContext, Throwable> DESCRIBED_HERE = (routing, failure) -> {};

    @Inject
    VerifiedTokens verified;

    @Inject
    Refusals refusals;

    /** Goes on with {@code admitted}, or answers 401 or 403 itself. */
    public void admit(Exchange exchange, Runnable admitted) {
        String authorization = exchange.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            refuse(exchange, "Bearer", "Falta el token (Authorization: Bearer …).", "There is no bearer token.");
            return;
        }
        String token = authorization.substring(BEARER.length());
        Caller known = verified.find(token);
        if (known != null) {
            admit(exchange, known, admitted);
            return;
        }
        // Otherwise Quarkus ends the response itself, empty, before it can be described here.
        exchange.routing().put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, DESCRIBED_HERE);
        Uni<SecurityIdentity> identity = QuarkusHttpUser.getSecurityIdentity(exchange.routing(), null);
        identity.subscribe()
                .with(
                        who -> {
                            if (who != null && who.getPrincipal() instanceof JsonWebToken claims) {
                                Caller caller = Caller.of(claims);
                                verified.remember(token, caller);
                                admit(exchange, caller, admitted);
                            } else {
                                invalid(exchange);
                            }
                        },
                        failure -> failed(exchange, failure));
    }

    private void admit(Exchange exchange, Caller caller, Runnable admitted) {
        exchange.identified(caller.client());
        if (caller.tenant()) {
            admitted.run();
        } else {
            refusals.answer(exchange, Refusal.of(GatewayProblem.TENANT_MISSING));
        }
    }

    private void failed(Exchange exchange, Throwable failure) {
        if (failure instanceof AuthenticationFailedException) {
            invalid(exchange);
        } else {
            // Class names only: messages of token libraries quote the token.
            LOG.errorf("token check failed: %s", failure.getClass().getName());
            refusals.answer(exchange, Refusal.of(GatewayProblem.UNAVAILABLE).header("Retry-After", "2"));
        }
    }

    private void invalid(Exchange exchange) {
        refuse(
                exchange,
                "Bearer error=\"invalid_token\"",
                "El token venció, está dañado o no es de un emisor admitido.",
                "The token has expired, is damaged or is not of an accepted issuer.");
    }

    private void refuse(Exchange exchange, String challenge, String es, String en) {
        refusals.answer(
                exchange,
                Refusal.of(GatewayProblem.UNAUTHENTICATED).detail(es, en).header("WWW-Authenticate", challenge));
    }
}
