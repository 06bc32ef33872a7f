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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.core.JsonProcessingException;
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

    /** What is in every answer. */
    private static final List<String> PARTS = List.of("records", "applications", "enrollments");

    private final HttpClient http;

    /** Each that waits has a connection to the database: a service that hangs must not take all of them. */
    private final Semaphore turns;

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
        turns = new Semaphore(config.atOnce());
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    /**
     * All that programs-service holds under any of her records.
     *
     * @param asked the record that her request was filed for: the others' audit names this one alone, since more of them in
     *     one place would lead from a record that somebody knows to the others
     * @param records the ids of all of them
     * @throws ProblemException 503 where it does not say it, or not in time: an archive that lacks a part is none
     */
    JsonNode programs(UUID asked, List<UUID> records) {
        if (!turns.tryAcquire()) {
            throw later("others ask at this moment");
        }
        try {
            HttpResponse<byte[]> answer = send(request(asked, records));
            int status = answer.statusCode();
            if (status >= 500 || status == 429) {
                throw later("it answered " + status);
            }
            if (status != 200) {
                throw wrong("it answered " + status);
            }
            return whole(answer.body(), asked, records);
        } catch (JsonProcessingException e) {
            throw wrong("what it answers is no JSON");
        } catch (IOException e) {
            throw later((e.getCause() == null ? e : e.getCause()).getClass().getSimpleName());
        } finally {
            turns.release();
        }
    }

    /**
     * A list is there though it is empty: what lacks one is not all, and perhaps not from where it should be. Of whom it knows
     * nothing yet, since word of her is on its way or is read anew, it does not hold what it will.
     */
    private JsonNode whole(byte[] answer, UUID asked, List<UUID> records) throws IOException {
        JsonNode held = json.readTree(answer);
        if (!PARTS.stream().allMatch(part -> held.path(part).isArray())) {
            throw wrong("what it answers is not what it holds");
        }
        List<String> known = held.path("records").findValuesAsText("participant");
        if (!records.stream().map(UUID::toString).toList().containsAll(known)) {
            throw wrong("it answers of somebody else");
        }
        if (!known.contains(asked.toString())) {
            throw later("it does not know her yet");
        }
        return held;
    }

    private HttpRequest request(UUID person, List<UUID> records) throws IOException {
        byte[] asked =
                json.writeValueAsBytes(Map.of("participant", person, "voucher", vouchers.issue(USE, person, records)));
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

    private static ProblemException later(String why) {
        LOG.warnf("programs-service does not say now what it holds of a person: %s", why);
        return ProblemException.of(ArcoProblem.ELSEWHERE)
                .detail(
                        "No se pudo reunir lo que conservan los programas; sin ello no se entrega nada. Intente más tarde.",
                        "What programmes hold could not be collected; nothing is handed over without it. Try again later.")
                .header(HttpHeaders.RETRY_AFTER, "10");
    }

    /** Nothing that passes by itself. */
    private static ProblemException wrong(String why) {
        LOG.errorf(
                "programs-service does not say what it holds of a person: %s; see trayecto.elsewhere.programs-url",
                why);
        return ProblemException.of(ArcoProblem.ELSEWHERE)
                .detail(
                        "No se puede reunir lo que conservan los programas; sin ello no se entrega nada. Avise a quien opera el"
                                + " sistema.",
                        "What programmes hold cannot be collected; nothing is handed over without it. Tell those who operate"
                                + " the system.");
    }
}
