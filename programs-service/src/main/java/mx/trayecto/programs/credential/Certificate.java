package mx.trayecto.programs.credential;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfWriter;

import mx.trayecto.platform.print.Typeface;
import mx.trayecto.platform.text.Language;
import mx.trayecto.programs.organization.Organization;
import mx.trayecto.programs.program.Program;

/**
 * A credential on paper, in Spanish: one page with a code that leads whoever scans it to its verification. It is tagged, so
 * that whoever does not see it has it read out.
 */
final class Certificate {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d 'de' MMMM 'de' uuuu", Locale.forLanguageTag("es-MX"));
    private static final Color INK = new Color(0x5B, 0x2A, 0x6E);
    private static final float SIDE = 72;
    private static final float TOP = 60;
    private static final float SMALLEST = 14;
    private static final float CODE_SIDE = 120;
    private static final float CODE_BOTTOM = 100;
    /** What a scanner wants free around the code: four of its squares. */
    private static final float QUIET = 14;

    private final BaseFont face = Typeface.embedded();
    private final Document document = new Document(PageSize.LETTER.rotate());
    private PdfWriter writer;
    private PdfStructureElement content;

    /** A line of its own, or as many as it takes. */
    private record Words(String role, String text, float size, Color color, float before) {}

    /** The first letter of a text that cannot be printed; none where all can. */
    OptionalInt unprintable(String text) {
        return text.codePoints().filter(letter -> !face.charExists(letter)).findFirst();
    }

    /**
     * @param name whose it is, as the caller writes it; empty leaves a line to write on
     * @param address where it is verified
     */
    byte[] of(Credential credential, Program program, Organization owner, String name, String address) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer = PdfWriter.getInstance(document, bytes);
        writer.setTagged();
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString("es-MX"));
        document.addTitle("Constancia");
        document.open();
        content = new PdfStructureElement(writer.getStructureTreeRoot(), new PdfName("Document"));
        List<Words> words = List.of(
                new Words("P", owner.name.in(Language.ES), 14, Color.DARK_GRAY, 0),
                new Words("H1", "Constancia", 34, INK, 14),
                new Words("P", "Se hace constar que", 13, Color.BLACK, 20),
                new Words("P", name.isEmpty() ? "_".repeat(48) : name, 22, Color.BLACK, 14),
                new Words("P", "se graduó del programa", 13, Color.BLACK, 16),
                new Words("P", program.title.in(Language.ES), 20, INK, 10),
                new Words("P", "el " + DAY.format(credential.graduatedOn), 13, Color.BLACK, 14));
        float scale = 1;
        while (!fit(words, scale, true)) {
            scale *= 0.95f;
        }
        fit(words, scale, false);
        code(address);
        line("Folio " + credential.id, 76);
        line("Verifique esta constancia con el código o en", 62);
        line(address, 48);
        document.close();
        return bytes.toByteArray();
    }

    /** Whether all stays above the code, so large; it is written unless it is only tried. */
    private boolean fit(List<Words> all, float scale, boolean tried) {
        float y = document.getPageSize().getHeight() - TOP;
        for (Words words : all) {
            float size = size(words) * scale;
            Paragraph paragraph = new Paragraph(words.text(), new Font(face, size, Font.NORMAL, words.color()));
            paragraph.setAlignment(Element.ALIGN_CENTER);
            paragraph.setLeading(size * 1.25f);
            ColumnText column = new ColumnText(writer.getDirectContent());
            column.setSimpleColumn(SIDE, CODE_BOTTOM + CODE_SIDE + QUIET, SIDE + width(), y - words.before() * scale);
            column.addElement(paragraph);
            if (tried) {
                if (ColumnText.hasMoreText(column.go(true))) {
                    return false;
                }
            } else {
                tagged(words.role(), null, () -> column.go(false));
            }
            y = column.getYLine();
        }
        return true;
    }

    /** What is a little too long for a line is set smaller, what is longer takes two, and more only where it must. */
    private float size(Words words) {
        float lines = face.getWidthPoint(words.text(), words.size()) / width();
        float fitting = words.size() / Math.max(1, lines <= 1.3f ? lines : lines / 1.8f);
        return Math.max(fitting, Math.min(words.size(), SMALLEST));
    }

    private float width() {
        return document.getPageSize().getWidth() - 2 * SIDE;
    }

    private void line(String text, float bottom) {
        PdfContentByte page = writer.getDirectContent();
        tagged("P", null, () -> {
            page.beginText();
            page.setFontAndSize(face, Math.min(9, 9 * width() / face.getWidthPoint(text, 9)));
            page.showTextAligned(Element.ALIGN_CENTER, text, SIDE + width() / 2, bottom, 0);
            page.endText();
        });
    }

    /** Drawn as squares and not as a picture, so that it prints sharply at any size. */
    private void code(String address) {
        BitMatrix bits = bits(address);
        float side = CODE_SIDE / bits.getWidth();
        float left = SIDE + (width() - CODE_SIDE) / 2;
        PdfContentByte page = writer.getDirectContent();
        tagged("Figure", "Código QR que lleva a la verificación de esta constancia", () -> {
            page.setColorFill(Color.BLACK);
            for (int y = 0; y < bits.getHeight(); y++) {
                for (int x = 0; x < bits.getWidth(); x++) {
                    if (bits.get(x, y)) {
                        page.rectangle(left + x * side, CODE_BOTTOM + CODE_SIDE - (y + 1) * side, side, side);
                    }
                }
            }
            page.fill();
        });
    }

    /** @param told what is read out instead; null where it is text itself */
    private void tagged(String role, String told, Runnable drawing) {
        PdfStructureElement element = new PdfStructureElement(content, new PdfName(role));
        if (told != null) {
            element.put(PdfName.ALT, new PdfString(told, PdfObject.TEXT_UNICODE));
        }
        PdfContentByte page = writer.getDirectContent();
        page.beginMarkedContentSequence(element);
        drawing.run();
        page.endMarkedContentSequence();
    }

    private static BitMatrix bits(String address) {
        try {
            return new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 0));
        } catch (WriterException e) {
            throw new IllegalStateException("an address that is too long for a code", e);
        }
    }
}
