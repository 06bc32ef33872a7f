package mx.trayecto.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The gateway as a partner's system uses it: tokens, JSON, an Idempotency-Key made from the name of each thing, so that
 * what was made before is found again instead of made twice, and patience with a door that answers "later".
 */
final class Api {
    private static final Set<Integer> LATER = Set.of(409, 429, 502, 503, 504);
    private static final String NDJSON = "application/x-ndjson";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PATIENCE_WITH_FILES = Duration.ofMinutes(10);

    /** Positions named in one request; more would outgrow its headers. */
    private static final int AT_ONCE = 100;

    private final URI gateway;
    private final Function<Caller, String> tokens;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Position> positions = new ConcurrentHashMap<>();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger found = new AtomicInteger();

    /** Who calls: each with a token of its own role. */
    enum Caller {
        PORTAL,
        COORDINATOR,
        ANALYST,
        REVIEWER,
        ADMINISTRATOR
    }

    /** What was answered. */
    record Answer(int status, JsonNode body, String position) {
        String id() {
            return body.path("id").asText();
        }
    }

    Api(URI gateway, Function<Caller, String> tokens) {
        this.gateway = gateway;
        this.tokens = tokens;
    }

    int made() {
        return made.get();
    }

    int found() {
        return found.get();
    }

    /** Things of an earlier run that a list has shown, so that nobody has to ask for each. */
    void listed(int things) {
        found.addAndGet(things);
    }

    /**
     * Makes a thing, or finds it where a run before this one made it.
     *
     * @param name names the thing among all of the demonstration's
     */
    Answer post(Caller caller, String name, String path, Map<String, ?> body) {
        return post(caller, name, path, "application/json", text(body));
    }

    /**
     * Sends a file of rows and waits until its task is done.
     *
     * @throws DemoFailure if a row was refused; it shows the first of them with its reason
     */
    void importRows(Caller caller, String name, String path, List<? extends Map<String, ?>> rows) {
        importFile(caller, name, path, NDJSON, rows.stream().map(this::text).collect(Collectors.joining("\n")));
    }

    /** The same of a file as somebody has it. */
    void importFile(Caller caller, String name, String path, String type, String file) {
        String task = path + "/" + post(caller, name, path, type, file).id();
        Instant deadline = Instant.now().plus(PATIENCE_WITH_FILES);
        JsonNode now = get(caller, task).body();
        while (!now.path("state").asText().equals("done")) {
            if (now.path("state").asText().equals("failed") || Instant.now().isAfter(deadline)) {
                throw new DemoFailure("the import %s did not end: %s".formatted(task, now));
            }
            pause(300);
            now = get(caller, task).body();
        }
        int refused = now.path("rows").path("rejected").asInt();
        if (refused > 0) {
            String first = send(
                            caller,
                            task + "/results",
                            request -> request.setHeader("Accept", NDJSON).GET())
                    .body()
                    .lines()
                    .filter(row -> row.contains("\"rejected\""))
                    .findFirst()
                    .orElse("");
            throw new DemoFailure("%d rows of %s were refused, the first: %s".formatted(refused, name, first));
        }
    }

    private Answer post(Caller caller, String name, String path, String type, String body) {
        String key = UUID.nameUUIDFromBytes(("demo:" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
        HttpResponse<String> response = send(
                caller,
                path,
                request -> request.header("Idempotency-Key", key)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
        (response.headers().firstValue("Idempotency-Replayed").isPresent() ? found : made).incrementAndGet();
        return answer(response);
    }

    /** Asks by POST what would be done; nothing is made. */
    Answer rehearse(Caller caller, String path, Map<String, ?> body) {
        return answer(send(
                caller,
                path,
                request -> request.header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(text(body)))));
    }

    /** What a learning platform tells, as xAPI 1.0.3 has it: each statement has an id, and sent again changes nothing. */
    void statements(Caller caller, List<? extends Map<String, ?>> statements) {
        send(
                caller,
                "/v1/xapi/statements",
                request -> request.header("X-Experience-API-Version", "1.0.3")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(text(statements))));
    }

    Answer get(Caller caller, String path) {
        return answer(send(caller, path, HttpRequest.Builder::GET));
    }

    /** Every item of a list, page by page. */
    List<JsonNode> list(Caller caller, String path) {
        return list(caller, path, item -> true);
    }

    /** The same, waiting on each page until all of its items are ready: no page is read again once it was. */
    List<JsonNode> list(Caller caller, String path, Predicate<JsonNode> ready) {
        List<JsonNode> items = new ArrayList<>();
        String separator = path.contains("?") ? "&" : "?";
        String cursor = "";
        Instant deadline = Instant.now().plus(PATIENCE_WITH_FILES);
        while (cursor != null) {
            JsonNode page = get(caller, path + separator + "limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .body();
            if (page.path("items").valueStream().allMatch(ready)) {
                page.path("items").forEach(items::add);
                cursor = page.hasNonNull("nextCursor") ? page.get("nextCursor").asText() : null;
            } else if (Instant.now().isAfter(deadline)) {
                throw new DemoFailure("%s is not ready after %d items".formatted(path, items.size()));
            } else {
                pause(300);
            }
        }
        return items;
    }

    /** Notes where a write stands in the topics, for {@link #settle}. */
    void waitFor(Answer write) {
        if (write.position() != null) {
            for (String text : write.position().split(",")) {
                Position position = Position.of(text);
                positions.merge(position.subject(), position, Position::later);
            }
        }
    }

    /** Waits until indicators-service has applied everything noted so far. */
    void settle() {
        List<String> open = positions.values().stream().map(Position::toString).toList();
        for (int from = 0; from < open.size(); from += AT_ONCE) {
            String some = String.join(",", open.subList(from, Math.min(from + AT_ONCE, open.size())));
            send(
                    Caller.ANALYST,
                    "/v1/frameworks?limit=1",
                    request -> request.header("Trayecto-Min-Position", some).GET());
        }
        positions.clear();
    }

    private HttpResponse<String> send(
            Caller caller, String path, Function<HttpRequest.Builder, HttpRequest.Builder> method) {
        Instant deadline = Instant.now().plus(PATIENCE);
        for (int attempt = 0; ; attempt++) {
            String why;
            try {
                HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                        .timeout(Duration.ofSeconds(35))
                        .header("Authorization", "Bearer " + tokens.apply(caller))
                        .header("Accept", "application/json")
                        .header("Accept-Language", "es");
                HttpResponse<String> response =
                        http.send(method.apply(request).build(), HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() < 300) {
                    return response;
                }
                why = response.statusCode() + " " + response.body();
                boolean later = LATER.contains(response.statusCode())
                        && (response.statusCode() != 409 || response.body().contains("still-running"));
                if (!later) {
                    throw new DemoFailure("%s answered %s".formatted(path, why));
                }
            } catch (IOException e) {
                why = e.getClass().getSimpleName();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DemoFailure("interrupted");
            }
            if (Instant.now().isAfter(deadline)) {
                throw new DemoFailure("%s: no answer within %d s (%s). Is the suite running? ./suite status"
                        .formatted(path, PATIENCE.toSeconds(), why));
            }
            pause(Math.min(2_000, 100L << Math.min(attempt, 4)));
        }
    }

    static void pause(long milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted");
        }
    }

    private Answer answer(HttpResponse<String> response) {
        try {
            return new Answer(
                    response.statusCode(),
                    json.readTree(response.body()),
                    response.headers().firstValue("Trayecto-Position").orElse(null));
        } catch (JsonProcessingException e) {
            throw new DemoFailure("an answer is not JSON: " + response.uri().getPath());
        }
    }

    private String text(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
