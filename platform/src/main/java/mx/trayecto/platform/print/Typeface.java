package mx.trayecto.platform.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import org.openpdf.text.pdf.BaseFont;

/** What printed pages are set in. A service that prints takes the library along; to the others it is optional. */
public final class Typeface {
    private static final String FILE = "font-fallback/LiberationSans-Regular.ttf";

    private Typeface() {}

    /** It comes with the library, and is embedded, so that every reader shows every letter. */
    public static BaseFont embedded() {
        try (InputStream font = Typeface.class.getClassLoader().getResourceAsStream(FILE)) {
            return BaseFont.createFont(
                    "LiberationSans.ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, font.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
