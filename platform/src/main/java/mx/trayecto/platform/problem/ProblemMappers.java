package mx.trayecto.platform.problem;

import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import org.hibernate.StaleStateException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.JDBCConnectionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import mx.trayecto.platform.text.Language;

/** Turns every failure into a problem (RFC 9457). What is not foreseen is logged by trace id and told as 500. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @Inject
    HttpHeaders headers;

    @ServerExceptionMapper
    public Response problem(ProblemException e) {
        return answer(e);
    }

    @ServerExceptionMapper
    public Response unauthenticated(AuthenticationFailedException e) {
        return answer(unauthenticated());
    }

    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException e) {
        return answer(unauthenticated());
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return answer(ProblemException.of(CommonProblem.FORBIDDEN));
    }

    @ServerExceptionMapper
    public Response json(JsonProcessingException e) {
        return answer(BodyFaults.problem(e));
    }

    @ServerExceptionMapper
    public Response mapping(MismatchedInputException e) {
        return answer(BodyFaults.problem(e));
    }

    @ServerExceptionMapper
    public Response stale(OptimisticLockException e) {
        return answer(ProblemException.of(CommonProblem.STALE));
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return answer(BodyFaults.problem(json));
        }
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        ProblemException problem = ProblemException.of(CommonProblem.of(status));
        String allow = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return answer(allow == null ? problem : problem.header(HttpHeaders.ALLOW, allow));
    }

    @ServerExceptionMapper
    public Response anything(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ProblemException problem -> {
                    return answer(problem);
                }
                case OptimisticLockException stale -> {
                    return answer(ProblemException.of(CommonProblem.STALE));
                }
                case StaleStateException stale -> {
                    return answer(ProblemException.of(CommonProblem.STALE));
                }
                case ConstraintViolationException conflict -> {
                    LOG.infof("constraint %s refused a write", conflict.getConstraintName());
                    return answer(ProblemException.of(CommonProblem.CONFLICT));
                }
                case JDBCConnectionException away -> {
                    return answer(unavailable(away));
                }
                case java.sql.SQLTransientConnectionException away -> {
                    return answer(unavailable(away));
                }
                case java.sql.SQLNonTransientConnectionException away -> {
                    return answer(unavailable(away));
                }
                case java.sql.SQLException sql
                when sql.getSQLState() == null || sql.getSQLState().matches("(08|57|53|55P03|25P03).*") -> {
                    // without a state it is the pool's own: no connection came free in time
                    return answer(unavailable(sql));
                }
                case java.io.IOException gone -> {
                    LOG.debug("the caller went away before the request was read");
                    return answer(ProblemException.of(CommonProblem.MALFORMED));
                }
                default -> {
                    // look further down the chain
                }
            }
        }
        LOG.errorf(Redacted.of(e), "request failed");
        return answer(ProblemException.of(CommonProblem.INTERNAL));
    }

    private static ProblemException unauthenticated() {
        return ProblemException.of(CommonProblem.UNAUTHENTICATED).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    private static ProblemException unavailable(Exception e) {
        LOG.warnf("database away: %s", e.getClass().getSimpleName());
        return ProblemException.of(CommonProblem.UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, "2");
    }

    private Response answer(ProblemException e) {
        Language language = Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        Response.ResponseBuilder response = Response.status(e.type().status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.locale().getLanguage())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(e.describe(language, Trace.id()));
        e.headers().forEach(response::header);
        return response.build();
    }
}
