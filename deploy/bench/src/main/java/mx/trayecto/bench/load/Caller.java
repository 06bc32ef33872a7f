package mx.trayecto.bench.load;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Who asks, and where: makes requests that are ready to be sent. */
public record Caller(URI host, String token) {

    public byte[] get(String path) {
        return bytes("GET " + path + head() + "\r\n");
    }

    /** With a key of its own. */
    public byte[] post(String path, String body) {
        return bytes("POST " + path + head() + "Content-Type: application/json\r\nIdempotency-Key: " + UUID.randomUUID()
                + "\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
    }

    private String head() {
        return " HTTP/1.1\r\nHost: " + host.getAuthority() + "\r\nAuthorization: Bearer " + token
                + "\r\nAccept: application/json\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
