package mx.trayecto.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class WireTest {
    @Test
    void readsOneAnswerAfterTheOtherWhateverTheirFraming() throws IOException {
        try (Scripted server = new Scripted("HTTP/1.1 201 Created\r\nContent-Length: 3\r\n\r\nabc"
                        + "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nde\r\n1\r\nf\r\n0\r\n\r\n"
                        + "HTTP/1.1 204 No Content\r\n\r\n");
                Wire wire = new Wire(server.url())) {
            assertEquals(new Told(201, "abc"), told(wire));
            assertEquals(new Told(200, "def"), told(wire));
            assertEquals(new Told(204, ""), told(wire));
        }
    }

    @Test
    void anAnswerThatBreaksOffIsAFault() throws IOException {
        try (Scripted server = new Scripted("HTTP/1.1 201 Crea");
                Wire wire = new Wire(server.url())) {
            assertThrows(IOException.class, () -> told(wire));
        }
    }

    private record Told(int status, String body) {}

    private static Told told(Wire wire) throws IOException {
        Wire.Answer answer = wire.exchange("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return new Told(answer.status(), answer.text());
    }

    /** Says what it has to say to the first who comes, and ends. */
    private static final class Scripted implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

        Scripted(String lines) throws IOException {
            Thread.ofVirtual().start(() -> {
                try (var client = socket.accept()) {
                    client.getOutputStream().write(lines.getBytes(StandardCharsets.US_ASCII));
                    client.shutdownOutput();
                    client.getInputStream().readAllBytes();
                } catch (IOException closed) {
                    // the test has ended
                }
            });
        }

        URI url() {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
