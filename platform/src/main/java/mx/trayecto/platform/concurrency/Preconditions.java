package mx.trayecto.platform.concurrency;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;

/** The caller's {@code If-Match} held against a resource's version. Compares the version alone, not the variant. */
@RequestScoped
public class Preconditions {
    private static final Pattern TAG = Pattern.compile("\"v(\\d{1,18})(-[^\"]*)?\"");

    @Context
    HttpHeaders headers;

    /**
     * Goes on only if the caller has seen this version.
     *
     * @throws ProblemException 412 where none of the tags sent names it
     */
    public void check(long version) {
        String sent = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (sent == null || sent.equals("*")) {
            return;
        }
        Matcher tags = TAG.matcher(sent);
        while (tags.find()) {
            if (Long.parseLong(tags.group(1)) == version) {
                return;
            }
        }
        throw ProblemException.of(CommonProblem.STALE)
                .detail(
                        "La versión enviada ya no es la actual; vuelva a leer el recurso.",
                        "The version sent is no longer the current one; read the resource again.");
    }
}
