package mx.trayecto.participants.arco;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import com.fasterxml.jackson.databind.JsonNode;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/** The access export as a person reads it: a PDF in Spanish, one table a section, with every value that the JSON has. */
final class ReadableExport {
    private static final String FONT = "font-fallback/LiberationSans-Regular.ttf";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final java.awt.Color INK = new java.awt.Color(0x5B, 0x2A, 0x6E);
    private static final java.awt.Color LINE = new java.awt.Color(0xDD, 0xD6, 0xE2);

    private final Wording wording = new Wording();
    private final ZoneId zone;
    private final BaseFont face;
    private final Font text;
    private final Font label;
    private final Font heading;
    private final Font title;

    ReadableExport(ZoneId zone) {
        this.zone = zone;
        face = face();
        text = new Font(face, 9);
        label = new Font(face, 9, Font.NORMAL, java.awt.Color.DARK_GRAY);
        heading = new Font(face, 12, Font.NORMAL, INK);
        title = new Font(face, 18, Font.NORMAL, INK);
    }

    /** @param held {@link HeldData} as it stands in the archive's JSON */
    byte[] of(JsonNode held) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document(PageSize.LETTER, 54, 54, 54, 54);
        PdfWriter writer = PdfWriter.getInstance(document, bytes);
        writer.setPageEvent(new Footer());
        document.setDocumentLanguage("es-MX");
        document.addTitle("Acceso a sus datos personales");
        document.open();
        document.add(new Paragraph("Acceso a sus datos personales", title));
        document.add(spaced(new Paragraph(held.path("about").path("es").asText(), text), 6));
        document.add(table(rows(List.of("tenant", "request", "generatedAt"), held)));
        section(document, "Registro", held.path("registry"));
        held.properties().forEach(part -> {
            if (part.getValue().isArray()) {
                section(document, wording.field(part.getKey()), part.getValue());
            }
        });
        document.close();
        return bytes.toByteArray();
    }

    private record Row(String name, String value) {}

    private void section(Document document, String name, JsonNode content) {
        document.add(spaced(new Paragraph(name, heading), 14));
        if (content.isArray() && content.isEmpty()) {
            document.add(new Paragraph("Nada registrado.", text));
            return;
        }
        if (content.isObject()) {
            List<Row> rows = new ArrayList<>();
            content.properties().forEach(field -> {
                if (!field.getKey().equals("history")) {
                    rows(field.getKey(), field.getValue(), "", rows);
                }
            });
            document.add(table(rows));
            history(document, content.path("history"));
            return;
        }
        content.forEach(item -> {
            List<Row> rows = new ArrayList<>();
            item.properties().forEach(field -> rows(field.getKey(), field.getValue(), "", rows));
            document.add(table(rows));
        });
    }

    private void history(Document document, JsonNode entries) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode entry : entries) {
            String attribute = entry.path("attribute").asText();
            List<Row> one = new ArrayList<>();
            rows(attribute, entry.path("value"), "", one);
            String from = " (desde " + shown("from", entry.path("from")) + ")";
            one.forEach(row -> rows.add(new Row(row.name() + from, row.value())));
        }
        if (!rows.isEmpty()) {
            document.add(spaced(new Paragraph(wording.field("history"), heading), 14));
            document.add(table(rows));
        }
    }

    private List<Row> rows(List<String> fields, JsonNode of) {
        List<Row> rows = new ArrayList<>();
        fields.forEach(field -> rows(field, of.path(field), "", rows));
        return rows;
    }

    private void rows(String field, JsonNode value, String under, List<Row> rows) {
        if (wording.leftOut(field) || value.isNull() || value.isContainerNode() && value.isEmpty()) {
            return;
        }
        String name = under + wording.field(field);
        if (value.isObject() && value.has("es")) {
            rows.add(new Row(name, value.get("es").asText()));
        } else if (value.isObject()) {
            String inner = field.equals("data") ? "" : name + " › ";
            value.properties().forEach(part -> rows(part.getKey(), part.getValue(), inner, rows));
        } else if (value.isArray()) {
            StringJoiner joined = new StringJoiner("\n");
            value.forEach(item -> joined.add(item.isObject() ? inline(item) : shown(field, item)));
            rows.add(new Row(name, joined.toString()));
        } else {
            rows.add(new Row(name, shown(field, value)));
        }
    }

    private String inline(JsonNode item) {
        StringJoiner joined = new StringJoiner(" · ");
        for (Map.Entry<String, JsonNode> part : item.properties()) {
            if (!wording.leftOut(part.getKey()) && part.getValue().isValueNode()) {
                joined.add(shown(part.getKey(), part.getValue()));
            }
        }
        return joined.toString();
    }

    private String shown(String field, JsonNode value) {
        String plain = value.asText();
        if (plain.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return DAY.format(java.time.LocalDate.parse(plain));
        }
        if (plain.matches("\\d{4}-\\d{2}-\\d{2}T.*Z")) {
            return TIME.format(Instant.parse(plain).atZone(zone));
        }
        return wording.value(field, plain);
    }

    private PdfPTable table(List<Row> rows) {
        PdfPTable table = new PdfPTable(new float[] {2, 3});
        table.setWidthPercentage(100);
        table.setSpacingBefore(6);
        rows.forEach(row -> {
            table.addCell(cell(row.name(), label));
            table.addCell(cell(row.value(), text));
        });
        return table;
    }

    private static PdfPCell cell(String content, Font font) {
        PdfPCell cell = new PdfPCell(new Phrase(content, font));
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(LINE);
        cell.setPadding(4);
        return cell;
    }

    private static Paragraph spaced(Paragraph paragraph, float before) {
        paragraph.setSpacingBefore(before);
        return paragraph;
    }

    /** The typeface comes with the library; it is embedded, so that every reader shows every letter. */
    private static BaseFont face() {
        try (InputStream font = ReadableExport.class.getClassLoader().getResourceAsStream(FONT)) {
            return BaseFont.createFont(
                    "LiberationSans.ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, font.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Footer extends PdfPageEventHelper {
        @Override
        public void onEndPage(PdfWriter writer, Document document) {
            ColumnText.showTextAligned(
                    writer.getDirectContent(),
                    Element.ALIGN_CENTER,
                    new Phrase("Datos personales · página " + writer.getPageNumber(), new Font(face, 8)),
                    document.getPageSize().getWidth() / 2,
                    30,
                    0);
        }
    }
}
