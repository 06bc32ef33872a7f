package mx.trayecto.bench.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection that is kept: HTTP/1.1 with as little work as possible, because the client runs on the processors that it
 * measures. Answers are read whole; of their headers only what says where they end.
 */
public final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 35_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    /** What was answered. */
    public record Answer(int status, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    public Wire(URI host) throws IOException {
        socket = new Socket(host.getHost(), host.getPort());
        if (socket.getLocalPort() == socket.getPort()) {
            socket.close(); // TCP lets a caller meet itself on a port where nobody listens yet
            throw new IOException("nobody listens on port " + host.getPort());
        }
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
        out = socket.getOutputStream();
    }

    public Answer exchange(byte[] request) throws IOException {
        out.write(request);
        int status = Integer.parseInt(line().substring(9, 12));
        long length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String known = header.toLowerCase(Locale.ROOT);
            if (known.startsWith("content-length:")) {
                length = Long.parseLong(known.substring(15).strip());
            } else if (known.startsWith("transfer-encoding:") && known.endsWith("chunked")) {
                length = -1;
            }
        }
        return new Answer(status, length < 0 ? chunks() : in.readNBytes((int) length));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed in the middle of an answer");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // nothing is waited for any more
        }
    }
}
