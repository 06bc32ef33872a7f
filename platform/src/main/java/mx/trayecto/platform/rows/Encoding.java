package mx.trayecto.platform.rows;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The two encodings that spreadsheets in Mexico write text in. */
public enum Encoding {
    UTF_8(StandardCharsets.UTF_8),
    WINDOWS_1252(Charset.forName("windows-1252"));

    private final Charset charset;

    Encoding(Charset charset) {
        this.charset = charset;
    }

    Charset charset() {
        return charset;
    }
}
