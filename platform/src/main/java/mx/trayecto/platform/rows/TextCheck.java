package mx.trayecto.platform.rows;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Looks at every byte of a file once: whether it is text, in which of the two encodings, and with lines of a bearable
 * length. Nothing is guessed: a file that is partly in one encoding and partly in the other is refused.
 *
 * <p>UTF-8 is what reads as UTF-8 throughout. A file with bytes that do not is Windows-1252, unless it also holds
 * sequences that only UTF-8 makes sense of: those of accented letters, which in Windows-1252 would read as a tilde or
 * ring letter and a symbol.
 */
public final class TextCheck {
    /** Bytes of a line; a row of all there is to tell of a person takes a tenth of it. */
    static final int LONGEST = 64 * 1024;

    private static final int NONE = 0;

    /** How files begin that are often taken for tables. */
    private enum Signature {
        PNG(0x89, 'P', 'N', 'G'),
        JPEG(0xFF, 0xD8, 0xFF),
        GIF('G', 'I', 'F', '8'),
        PDF('%', 'P', 'D', 'F'),
        WORKBOOK('P', 'K', 3, 4),
        OLD_WORKBOOK(0xD0, 0xCF, 0x11, 0xE0),
        GZIP(0x1F, 0x8B),
        UTF_16_LITTLE(0xFF, 0xFE),
        UTF_16_BIG(0xFE, 0xFF);

        private final int[] bytes;

        Signature(int... bytes) {
            this.bytes = bytes;
        }

        boolean begins(byte[] file, int length) {
            for (int i = 0; i < bytes.length; i++) {
                if (i >= length || (file[i] & 0xFF) != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private int line = 1;
    private int length;
    private int before;
    private int lead;
    private int wanted;
    private int firstForeign = NONE;
    private int firstTelling = NONE;
    private int firstUndefined = NONE;
    private final Format format;
    private boolean begun;
    private boolean marked;

    public TextCheck(Format format) {
        this.format = format;
    }

    /** The encoding of a file, which is read to its end. */
    static Encoding of(InputStream file, Format format) throws IOException {
        TextCheck check = new TextCheck(format);
        byte[] buffer = new byte[16 * 1024];
        for (int read = file.readNBytes(buffer, 0, buffer.length);
                read > 0;
                read = file.readNBytes(buffer, 0, buffer.length)) {
            check.take(buffer, read);
        }
        return check.encoding();
    }

    /**
     * Looks at the next piece of the file; the first one holds at least its first sixteen bytes, or all of it.
     *
     * @throws mx.trayecto.platform.problem.ProblemException 422 with the line that gives rise to doubt, whatever follows
     */
    public void take(byte[] piece, int length) {
        if (!begun) {
            begin(piece, length);
            begun = true;
        }
        for (int i = 0; i < length; i++) {
            take(piece[i] & 0xFF);
        }
    }

    /**
     * How the file is encoded, once all of it was looked at.
     *
     * @throws mx.trayecto.platform.problem.ProblemException 422 with the line where it is in no one encoding
     */
    public Encoding encoding() {
        if (wanted > 0) {
            foreign();
        }
        return decide();
    }

    private void begin(byte[] file, int length) {
        for (Signature signature : Signature.values()) {
            if (signature.begins(file, length)) {
                throw refuse(signature);
            }
        }
        marked = length >= 3 && Arrays.equals(file, 0, 3, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, 0, 3);
    }

    private static RuntimeException refuse(Signature signature) {
        return switch (signature) {
            case WORKBOOK, OLD_WORKBOOK ->
                DoubtfulFile.at(
                        1,
                        "workbook",
                        "es un libro de Excel o un archivo comprimido; guárdelo como CSV UTF-8",
                        "is an Excel workbook or an archive; save it as CSV UTF-8");
            case UTF_16_LITTLE, UTF_16_BIG ->
                DoubtfulFile.at(
                        1, "utf-16", "está en UTF-16; guárdelo como CSV UTF-8", "is in UTF-16; save it as CSV UTF-8");
            default -> DoubtfulFile.at(1, "not-text", "no es un archivo de texto", "is not a text file");
        };
    }

    private void take(int b) {
        if (b == '\n' || b == '\r') {
            ended();
            if (b == '\r' || before != '\r') {
                line++;
                length = 0;
            }
        } else {
            if (++length > LONGEST) {
                throw DoubtfulFile.at(line, "line-too-long", "es demasiado larga", "is too long");
            }
            if (b == 0 || b < ' ' && b != '\t' || b == 0x7F) {
                throw DoubtfulFile.at(
                        line, "control-character", "contiene caracteres de control", "holds control characters");
            }
            letter(b);
        }
        before = b;
    }

    private void letter(int b) {
        if (firstUndefined == NONE && (b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D)) {
            firstUndefined = line;
        }
        if (wanted > 0 && continues(b)) {
            if (--wanted == 0 && (lead >= 0xE0 || lead >= 0xC3 && lead <= 0xC5) && firstTelling == NONE) {
                firstTelling = line;
            }
            return;
        }
        ended();
        if (b >= 0xC2 && b <= 0xF4) {
            lead = b;
            wanted = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
        } else if (b >= 0x80) {
            foreign();
        }
    }

    /** The second byte of some sequences has narrower bounds (RFC 3629). */
    private boolean continues(int b) {
        boolean second = wanted == (lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3);
        int least = second && lead == 0xE0 ? 0xA0 : second && lead == 0xF0 ? 0x90 : 0x80;
        int most = second && lead == 0xED ? 0x9F : second && lead == 0xF4 ? 0x8F : 0xBF;
        return b >= least && b <= most;
    }

    private void ended() {
        if (wanted > 0) {
            wanted = 0;
            foreign();
        }
    }

    private void foreign() {
        if (firstForeign == NONE) {
            firstForeign = line;
        }
    }

    private Encoding decide() {
        if (firstForeign == NONE) {
            return Encoding.UTF_8;
        }
        if (format == Format.NDJSON) {
            throw DoubtfulFile.at(firstForeign, "encoding", "no está en UTF-8", "is not in UTF-8");
        }
        boolean mixed = firstTelling != NONE;
        if (marked || mixed) {
            throw DoubtfulFile.at(
                    mixed && !marked ? Math.max(firstForeign, firstTelling) : firstForeign,
                    "mixed-encodings",
                    "mezcla UTF-8 con otra codificación",
                    "mixes UTF-8 with another encoding");
        }
        if (firstUndefined != NONE) {
            throw DoubtfulFile.at(
                    firstUndefined,
                    "encoding",
                    "no está en UTF-8 ni en Windows-1252",
                    "is neither UTF-8 nor Windows-1252");
        }
        return Encoding.WINDOWS_1252;
    }
}
