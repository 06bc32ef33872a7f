package mx.trayecto.platform.rows;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;

/**
 * Writes a table that Excel opens as it is meant: UTF-8 with a mark of it, commas, and no cell that could be taken for a
 * formula.
 */
public final class TableWriter implements Closeable {
    private final CsvWriter csv;

    public TableWriter(OutputStream to, List<String> columns) throws IOException {
        OutputStreamWriter text = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        csv = CsvWriter.builder().build(text);
        csv.writeRecord(columns);
    }

    public void row(List<String> cells) {
        csv.writeRecord(cells.stream().map(Cells::neutral).toList());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
