package mx.trayecto.platform.rows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.text.Language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RowReaderTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static List<Row> read(byte[] file, Format format) throws IOException {
        Encoding encoding = RowReader.encoding(new ByteArrayInputStream(file), format);
        List<Row> rows = new ArrayList<>();
        try (RowReader reader = RowReader.of(new ByteArrayInputStream(file), format, encoding, JSON)) {
            for (Row row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<Row> csv(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), Format.CSV);
    }

    /** The line and the code that a file is refused with. */
    private static String refusal(byte[] file, Format format) {
        var problem = assertThrows(ProblemException.class, () -> read(file, format))
                .describe(Language.EN, null)
                .errors()
                .getFirst();
        return problem.pointer() + " " + problem.code();
    }

    private static String refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8), Format.CSV);
    }

    @Test
    void readsWhatExcelInMexicoWrites() throws IOException {
        String comma = "nombre,fecha\r\n\"Núñez, Xóchitl\",17/05/1990\r\nMuñoz,\r\n";
        String semicolon = "nombre;fecha\r\n\"Núñez, Xóchitl\";17/05/1990\r\nMuñoz;\r\n";
        String told = "sep=;\r\n" + semicolon;
        for (String text : List.of(
                comma,
                semicolon,
                told,
                comma.replace(",f", "\tf").replace(",1", "\t1").replace("z,\r", "z\t\r"))) {
            for (byte[] file : List.of(
                    text.getBytes(StandardCharsets.UTF_8),
                    ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                    text.getBytes(WINDOWS))) {
                List<Row> rows = read(file, Format.CSV);
                assertEquals(2, rows.size());
                assertEquals(
                        "Núñez, Xóchitl", rows.get(0).fields().get("nombre").asText());
                assertEquals("17/05/1990", rows.get(0).fields().get("fecha").asText());
                assertEquals("{\"nombre\":\"Muñoz\"}", rows.get(1).fields().toString());
                assertTrue(rows.get(0).cells());
            }
        }
    }

    @Test
    void tellsTheLineWhereARowBegins() throws IOException {
        List<Row> rows = csv("a,b\n\"x\ny\",1\n\n,\nz,2\n");
        assertEquals(List.of(2, 6), rows.stream().map(Row::line).toList());
        assertEquals(3, csv("sep=,\na,b\nx,1\n").getFirst().line());
    }

    @Test
    void takesATypographicQuoteAfterAnAccentForWindows() throws IOException {
        String text = "nombre\r\nJOSÉ”\r\nMuñoz\r\n";
        assertEquals(
                "JOSÉ”",
                read(text.getBytes(WINDOWS), Format.CSV)
                        .getFirst()
                        .fields()
                        .get("nombre")
                        .asText());
    }

    @Test
    void refusesWhatMixesEncodingsAtTheLineWhereItBegins() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write("nombre\nMuñoz\n".getBytes(StandardCharsets.UTF_8));
        file.write("Peña\n".getBytes(WINDOWS));
        assertEquals("/3 mixed-encodings", refusal(file.toByteArray(), Format.CSV));
        ByteArrayOutputStream marked = new ByteArrayOutputStream();
        marked.write("\uFEFFnombre\nAna\n".getBytes(StandardCharsets.UTF_8));
        marked.write("Peña\n".getBytes(WINDOWS));
        assertEquals("/3 mixed-encodings", refusal(marked.toByteArray(), Format.CSV));
        assertEquals("/2 encoding", refusal("{}\n{\"a\":\"Peña\"}".getBytes(WINDOWS), Format.NDJSON));
    }

    @Test
    void refusesWhatIsNoTable() {
        assertEquals(
                "/1 not-text",
                refusal(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0}, Format.CSV));
        assertEquals("/1 workbook", refusal("PK\u0003\u0004"));
        assertEquals("/1 utf-16", refusal("a,b\n".getBytes(StandardCharsets.UTF_16), Format.CSV));
        assertEquals("/2 control-character", refusal("a\nx\u0000y\n"));
        assertEquals("/1 empty", refusal(""));
        assertEquals("/1 line-too-long", refusal("a".repeat(70_000)));
        assertEquals("/1 too-many-columns", refusal("a" + ",a".repeat(199)));
        assertEquals("/1 repeated-column", refusal("a,a\n1,2\n"));
        assertEquals("/1 column-without-name", refusal("a,,b\n1,2,3\n"));
        assertEquals("/3 too-many-cells", refusal("a,b\n1,2\n1,2,3\n"));
        assertEquals("/3 malformed", refusal("a,b\n1,2\n\"open,2\n3,4\n"));
    }

    /** What never ends is given up at the first line that is too long, without being kept. */
    @Test
    void stopsAtALineWithoutEnd() {
        InputStream endless = new InputStream() {
            private long read;

            @Override
            public int read() {
                read++;
                assertTrue(read < 200_000, "read on after the line was too long");
                return 'x';
            }
        };
        assertThrows(ProblemException.class, () -> RowReader.encoding(endless, Format.CSV));
    }

    @Test
    void readsJsonLineByLine() throws IOException {
        List<Row> rows = read("{\"a\":1}\r\n\n{\"a\":\"ñ\"}".getBytes(StandardCharsets.UTF_8), Format.NDJSON);
        assertEquals(List.of(1, 3), rows.stream().map(Row::line).toList());
        for (String broken : List.of("{\"a\":1}\n{\"a\":", "{}\n[]", "{}\ntrue", "{}\n{\"a\":1e999999999999}x")) {
            assertEquals("/2 malformed", refusal(broken.getBytes(StandardCharsets.UTF_8), Format.NDJSON));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "17/05/1990,1990-05-17",
        "1/2/2001,2001-02-01",
        "1990-05-17,1990-05-17",
        "05/17/1990,05/17/1990",
        "17/05/90,17/05/90"
    })
    void readsDaysAsTheyAreWritten(String cell, String day) {
        assertEquals(day, Cells.date(cell));
    }

    @Test
    void readsNumbersAsTheyAreWrittenInMexico() {
        Map.of("1,250.50", "1250.50", "$ 900", "900", "12,5", "12.5", "1,250", "1250", "-0,500", "-0.500")
                .forEach((cell, number) -> assertEquals(Optional.of(new BigDecimal(number)), Cells.decimal(cell)));
        for (String none : List.of("", "1,25,0.5", "mucho", "1e9", "12.5.1")) {
            assertEquals(Optional.empty(), Cells.decimal(none));
        }
    }

    @Test
    void readsYesAndNo() {
        assertEquals(Optional.of(true), Cells.flag("Sí"));
        assertEquals(Optional.of(false), Cells.flag("NO"));
        assertEquals(Optional.empty(), Cells.flag("tal vez"));
    }

    @Test
    void neutralisesFormulasAndReadsThemBack() {
        for (String formula :
                List.of("=1+1", "+52 33", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uFF1D1", "\uFF201")) {
            assertEquals("'" + formula, Cells.neutral(formula));
        }
        assertEquals("+52 33", Cells.plain("'+52 33"));
        assertEquals("Ana", Cells.neutral("Ana"));
        assertEquals("'aguas", Cells.plain("'aguas"));
    }
}
