package mx.trayecto.participants.arco;

import java.io.ByteArrayOutputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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

import mx.trayecto.platform.print.Typeface;

/**
 * The access export as a person reads it: a PDF in Spanish, one table a section, with every value that the JSON has, but for
 * ids of what happened in an enrolment and the subjects of tokens that recorded it.
 */
final class ReadableExport {
    private static final String MERGED = "mergedRecords";
    private static final String PROGRAMS = "programs";
    private static final String ENROLLMENTS = "enrollments";
    private static final String ANSWERS = "answers";
    private static final List<String> HEAD = List.of("tenant", "request", "generatedAt");
    private static final float LINES_BELOW = 60;
    private static final java.awt.Color INK = new java.awt.Color(0x5B, 0x2A, 0x6E);
    private static final java.awt.Color LINE = new java.awt.Color(0xDD, 0xD6, 0xE2);

    private final Wording wording;
    private final ReadableRows rows;
    private final ReadableGrid grid;
    private final BaseFont face;
    private final Font text;
    private final Font label;
    private final Font heading;
    private final Font lesser;
    private final Font title;
    private PdfWriter writer;

    /** @param places how a municipality or a locality is called, by its code */
    ReadableExport(ZoneId zone, Function<String, Optional<String>> places) {
        wording = new Wording(places);
        rows = new ReadableRows(wording, zone);
        grid = new ReadableGrid(wording, rows);
        face = Typeface.embedded();
        text = new Font(face, 9);
        label = new Font(face, 9, Font.NORMAL, java.awt.Color.DARK_GRAY);
        heading = new Font(face, 12, Font.NORMAL, INK);
        lesser = new Font(face, 10, Font.NORMAL, INK);
        title = new Font(face, 18, Font.NORMAL, INK);
    }

    /** @param held {@link HeldData} as it stands in the archive's JSON */
    byte[] of(JsonNode held) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document(PageSize.LETTER, 54, 54, 54, 54);
        writer = PdfWriter.getInstance(document, bytes);
        writer.setPageEvent(new Footer());
        document.setDocumentLanguage("es-MX");
        document.addTitle("Acceso a sus datos personales");
        document.open();
        document.add(new Paragraph("Acceso a sus datos personales", title));
        document.add(spaced(new Paragraph(held.path("about").path("es").asText(), text), 6));
        document.add(table(rows.of(held, HEAD)));
        section(document, "Registro", held.path("registry"));
        held.path(MERGED).forEach(record -> section(document, wording.field(MERGED), record));
        held.properties().forEach(part -> {
            if (part.getValue().isArray() && !part.getKey().equals(MERGED)) {
                section(document, wording.field(part.getKey()), part.getValue());
            } else if (part.getKey().equals(PROGRAMS)) {
                programs(document, part.getValue());
            }
        });
        document.close();
        return bytes.toByteArray();
    }

    /** Each enrolment has a section, and what happened in it tables in there; of what did not happen nothing is said. */
    private void programs(Document document, JsonNode held) {
        held.properties().stream()
                .filter(part -> !part.getKey().equals(ENROLLMENTS))
                .forEach(part -> section(document, wording.field(PROGRAMS + "." + part.getKey()), part.getValue()));
        if (held.path(ENROLLMENTS).isEmpty()) {
            section(document, wording.field(ENROLLMENTS), held.path(ENROLLMENTS));
        }
        for (JsonNode enrollment : held.path(ENROLLMENTS)) {
            String program = enrollment.path("programLabel").path("es").asText();
            head(document, wording.field("enrollmentIn") + " " + program, heading);
            document.add(table(rows.single(enrollment)));
            enrollment.properties().stream()
                    .filter(field -> !field.getValue().isEmpty())
                    .filter(field -> field.getValue().isArray())
                    .forEach(field -> happened(document, field.getKey(), field.getValue()));
        }
    }

    private void happened(Document document, String name, JsonNode items) {
        if (!items.path(0).has(ANSWERS)) {
            document.add(columns(wording.field(name), items));
            return;
        }
        head(document, wording.field(name), lesser);
        items.forEach(survey -> document.add(table(rows.answered(survey, ANSWERS))));
    }

    /** Under its heading, which it has on each of its pages. */
    private PdfPTable columns(String name, JsonNode items) {
        List<String> fields = grid.columns(items);
        PdfPTable table = new PdfPTable(grid.widths(items, fields));
        table.setWidthPercentage(100);
        table.setSpacingBefore(6);
        table.setHeaderRows(2);
        PdfPCell head = cell(name, lesser);
        head.setColspan(fields.size());
        head.setBorder(Rectangle.NO_BORDER);
        head.setPaddingLeft(0);
        table.addCell(head);
        fields.forEach(field -> table.addCell(cell(wording.field(field), label)));
        grid.cells(items, fields).forEach(value -> table.addCell(cell(value, text)));
        return table;
    }

    private void section(Document document, String name, JsonNode content) {
        head(document, name, heading);
        if (content.isArray() && content.isEmpty()) {
            document.add(new Paragraph("Nada registrado.", text));
            return;
        }
        if (content.isObject()) {
            document.add(table(rows.of(content)));
            history(document, content.path(ReadableRows.HISTORY));
            return;
        }
        content.forEach(item -> {
            PdfPTable one = table(rows.of(item));
            one.setKeepTogether(true);
            document.add(one);
        });
    }

    private void history(Document document, JsonNode entries) {
        if (!entries.isEmpty()) {
            head(document, wording.field(ReadableRows.HISTORY), heading);
            document.add(table(rows.history(entries)));
        }
    }

    private PdfPTable table(List<ReadableRows.Row> content) {
        PdfPTable table = new PdfPTable(new float[] {2, 3});
        table.setWidthPercentage(100);
        table.setSpacingBefore(6);
        content.forEach(row -> {
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

    /** Not at the end of a page, where what it is of stands on the next. */
    private void head(Document document, String name, Font font) {
        if (writer.getVerticalPosition(false) < document.bottom() + LINES_BELOW) {
            document.newPage();
        }
        document.add(spaced(new Paragraph(name, font), 14));
    }

    private static Paragraph spaced(Paragraph paragraph, float before) {
        paragraph.setSpacingBefore(before);
        return paragraph;
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
