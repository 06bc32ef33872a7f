package mx.trayecto.platform.tasks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import io.restassured.RestAssured;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A file that is one line without an end is refused while it is still being sent, over a connection of its own. */
@TrayectoTest
class EndlessFileTest {
    private static final long ALL = 300L * 1024 * 1024;

    /** What the sockets of both sides may hold beside the one chunk that the service has read. */
    private static final long EARLY = 16L * 1024 * 1024;

    private final UUID tenant = UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(strings = {"application/x-ndjson", "text/csv"})
    void isRefusedLongBeforeAllOfItIsThere(String type) throws IOException, InterruptedException, SQLException {
        AtomicLong sent = new AtomicLong();
        AtomicBoolean answered = new AtomicBoolean();
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write("""
                    POST /v1/notes/imports HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    Idempotency-Key: %s\r
                    Accept-Language: en\r
                    Content-Type: %s\r
                    Transfer-Encoding: chunked\r
                    \r
                    """.formatted(Tokens.of("notes:read notes:write", tenant), UUID.randomUUID(), type)
                    .getBytes());
            Thread sender = Thread.ofPlatform().daemon().start(() -> line(out, sent, answered));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String status = in.readLine();
            long early = sent.get();
            answered.set(true);
            List<String> headers = new ArrayList<>();
            for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                headers.add(line.toLowerCase(Locale.ROOT));
            }
            String body = read(in, length(headers));
            assertEquals("HTTP/1.1 422 Unprocessable Entity", status);
            assertTrue(headers.contains("connection: close"), headers.toString());
            assertTrue(
                    headers.stream().anyMatch(h -> h.startsWith("content-type: application/problem+json")),
                    headers.toString());
            assertTrue(body.contains("\"code\":\"doubtful-file\""), body);
            assertTrue(body.contains("\"code\":\"line-too-long\""), body);
            assertTrue(body.contains("\"pointer\":\"/1\""), body);
            assertTrue(early < EARLY, early + " bytes were taken of " + ALL);
            sender.join(30_000);
        }
        assertEquals(
                List.of("0"),
                Database.query("programs", "SELECT count(*) FROM task_chunk WHERE tenant_id = ?", tenant));
    }

    private static int length(List<String> headers) {
        return headers.stream()
                .filter(header -> header.startsWith("content-length: "))
                .map(header -> Integer.parseInt(header.substring("content-length: ".length())))
                .findFirst()
                .orElseThrow();
    }

    /** So many bytes; the Spanish of a problem would be more of them than characters, its English is not. */
    private static String read(BufferedReader in, int length) throws IOException {
        char[] body = new char[length];
        int read = 0;
        while (read < length) {
            int more = in.read(body, read, length - read);
            assertTrue(more > 0, "the answer ended early");
            read += more;
        }
        return new String(body);
    }

    /** As fast as it is taken, until there is an answer. */
    private static void line(OutputStream out, AtomicLong sent, AtomicBoolean answered) {
        byte[] chunk = new byte[64 * 1024];
        Arrays.fill(chunk, (byte) 'x');
        try {
            while (sent.get() < ALL && !answered.get()) {
                out.write((Integer.toHexString(chunk.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(chunk);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                sent.addAndGet(chunk.length);
            }
        } catch (IOException closed) {
            // the service takes no more
        }
    }
}
