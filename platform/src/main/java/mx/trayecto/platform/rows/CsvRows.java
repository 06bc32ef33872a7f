package mx.trayecto.platform.rows;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;

/**
 * A table as spreadsheets write it: RFC 4180, with a semicolon or a tab for the comma where the heading has those, and
 * with Excel's own first line {@code sep=;}. The first row names the columns. A row may end before the last columns,
 * since Excel leaves out what is empty there; one with more cells than columns is refused.
 */
final class CsvRows extends RowReader {
    private static final int MOST_COLUMNS = 100;
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private final ObjectMapper json;
    private final int skipped;
    private final CloseableIterator<CsvRecord> records;
    private final List<String> columns;
    private int last = 1;

    CsvRows(BufferedReader text, ObjectMapper json) throws IOException {
        this.json = json;
        String first = peek(text);
        boolean told = first.toLowerCase(Locale.ROOT).matches("sep=.");
        if (told) {
            text.readLine();
        }
        skipped = told ? 1 : 0;
        records = CsvReader.builder()
                .fieldSeparator(told ? first.charAt(4) : separator(first))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(false)
                .maxBufferSize(1024 * 1024)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(TextCheck.LONGEST + 1)
                                .maxFieldSize(TextCheck.LONGEST)
                                .maxRecordSize(2 * TextCheck.LONGEST)
                                .build(),
                        text)
                .iterator();
        columns = heading();
    }

    private static String peek(BufferedReader text) throws IOException {
        text.mark(TextCheck.LONGEST + 2);
        String first = text.readLine();
        text.reset();
        return first == null ? "" : first;
    }

    /** That of comma, semicolon and tab which stands most often outside of quotes. */
    private static char separator(String heading) {
        String bare = heading.replaceAll("\"[^\"]*\"", "");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(bare, candidate) > count(bare, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private List<String> heading() {
        CsvRecord record = record();
        if (record == null) {
            throw DoubtfulFile.at(1, "empty", "está vacío", "is empty");
        }
        List<String> names = new ArrayList<>(cells(record));
        while (!names.isEmpty() && names.getLast().isEmpty()) {
            names.removeLast();
        }
        if (names.size() > MOST_COLUMNS) {
            throw DoubtfulFile.at(last, "too-many-columns", "tiene más de 100 columnas", "has more than 100 columns");
        }
        if (names.isEmpty() || names.contains("")) {
            throw DoubtfulFile.at(
                    last, "column-without-name", "falta el nombre de una columna", "a column has no name");
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw DoubtfulFile.at(last, "repeated-column", "repite una columna", "repeats a column");
        }
        return List.copyOf(names);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public Row next() {
        for (CsvRecord record = record(); record != null; record = record()) {
            ObjectNode fields = json.createObjectNode();
            List<String> cells = cells(record);
            for (int i = 0; i < cells.size(); i++) {
                if (!cells.get(i).isEmpty()) {
                    if (i >= columns.size()) {
                        throw DoubtfulFile.at(
                                last, "too-many-cells", "tiene más celdas que columnas", "has more cells than columns");
                    }
                    fields.put(columns.get(i), cells.get(i));
                }
            }
            if (!fields.isEmpty()) {
                return new Row(last, true, fields);
            }
        }
        return null;
    }

    private CsvRecord record() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord record = records.next();
            last = (int) record.getStartingLineNumber() + skipped;
            return record;
        } catch (CsvParseException e) {
            // only the number is taken from its message, which may repeat what stands there
            Matcher told = LINE.matcher(String.valueOf(e.getMessage()));
            int line = told.find() ? Integer.parseInt(told.group(1)) + skipped : last + 1;
            throw DoubtfulFile.at(
                    line, "malformed", "tiene comillas sin cerrar o mal puestas", "has quotes left open or misplaced");
        }
    }

    private static List<String> cells(CsvRecord record) {
        return record.getFields().stream().map(Cells::plain).toList();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
