package mx.trayecto.platform.rows;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads the rows of a file one after the other; only the row in hand is kept in memory. */
public abstract class RowReader implements Closeable {
    /**
     * Finds out how a text is encoded, reading all of it.
     *
     * @throws mx.trayecto.platform.problem.ProblemException 422 with the line, where it is no text, or in no one encoding
     */
    public static Encoding encoding(InputStream file, Format format) throws IOException {
        return TextCheck.of(file, format);
    }

    /** A reader at the first row. */
    public static RowReader of(InputStream file, Format format, Encoding encoding, ObjectMapper json)
            throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(
                unmarked(file),
                encoding.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        return format == Format.CSV ? new CsvRows(text, json) : new NdjsonRows(text, json);
    }

    /** The columns of a table; none of a file of JSON. */
    public abstract List<String> columns();

    /**
     * The next row, or null at the end.
     *
     * @throws mx.trayecto.platform.problem.ProblemException 422 with the line, where the file is none of its format
     */
    public abstract Row next() throws IOException;

    private static InputStream unmarked(InputStream file) throws IOException {
        BufferedInputStream start = new BufferedInputStream(file);
        start.mark(3);
        byte[] mark = start.readNBytes(3);
        if (mark.length < 3 || mark[0] != (byte) 0xEF || mark[1] != (byte) 0xBB || mark[2] != (byte) 0xBF) {
            start.reset();
        }
        return start;
    }
}
