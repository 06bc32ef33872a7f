package mx.trayecto.participants.arco;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import org.jboss.logging.Logger;

import mx.trayecto.platform.crypto.Vouchers;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.problem.Trace;

/**
 * Asks programs-service what it holds of a person, as the officer who hands it over: by the officer's own token, in the same
 * trace. To be called only once it is established that the officer may have everything of hers: a {@linkplain Vouchers
 * voucher} says so to the other service, for these records, this officer and a minute.
 */
@ApplicationScoped
class HeldElsewhere {
    private static final Logger LOG = Logger.getLogger(HeldElsewhere.class);
    private static final String PATH = "/internal/held-data";
    private static final String USE = "exportArcoRequest";

    private final HttpClient http;

    @Inject
    ElsewhereConfig config;

    @Inject
    Vouchers vouchers;

    @Inject
    SecurityIdentity officer;

    @Inject
    ObjectMapper json;

    @Inject
    HeldElsewhere(ElsewhereConfig config) {
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER) // the token goes nowhere else
                .connectTimeout(config.connectTime())
                .build();
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    /**
     * All that programs-service holds under any of her records.
     *
     * @param standing the record that stands for her
     * @param records the ids of all of them
     * @throws ProblemException 503 where it does not say it, or not in time: an archive that lacks a part is none
     */
    JsonNode programs(UUID standing, List<UUID> records) {
        try {
            HttpResponse<byte[]> answer = send(request(standing, records));
            if (answer.statusCode() == 200) {
                return json.readTree(answer.body());
            }
            throw away("it answered " + answer.statusCode());
        } catch (IOException e) {
            throw away((e.getCause() == null ? e : e.getCause()).getClass().getSimpleName());
        }
    }

    private HttpRequest request(UUID standing, List<UUID> records) throws IOException {
        byte[] asked = json.writeValueAsBytes(
                Map.of("participant", standing, "voucher", vouchers.issue(USE, standing, records)));
        String token = officer.getCredential(AccessTokenCredential.class).getToken();
        return HttpRequest.newBuilder(config.programsUrl().resolve(PATH))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON)
                .header("traceparent", Trace.parent())
                .POST(HttpRequest.BodyPublishers.ofByteArray(asked))
                .build();
    }

    /** The client's own time-out ends with the head of an answer; this one holds for all of it. */
    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> sent = http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            return sent.get(config.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new IOException(e);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static ProblemException away(String why) {
        LOG.warnf("programs-service does not say what it holds of a person: %s", why);
        return ProblemException.of(ArcoProblem.ELSEWHERE)
                .detail(
                        "No se pudo reunir lo que conservan los programas; sin ello no se entrega nada. Intente más tarde.",
                        "What programmes hold could not be collected; nothing is handed over without it. Try again later.")
                .header(HttpHeaders.RETRY_AFTER, "10");
    }
}
