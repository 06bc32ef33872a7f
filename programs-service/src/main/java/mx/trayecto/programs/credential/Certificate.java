package mx.trayecto.programs.credential;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

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
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;

import mx.trayecto.platform.print.Typeface;
import mx.trayecto.platform.text.Language;
import mx.trayecto.programs.organization.Organization;
import mx.trayecto.programs.program.Program;

/** A credential on paper, in Spanish: one page with a code that leads whoever scans it to its verification. */
final class Certificate {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d 'de' MMMM 'de' uuuu", Locale.forLanguageTag("es-MX"));
    private static final Color INK = new Color(0x5B, 0x2A, 0x6E);
    private static final float SMALLEST = 11;
    private static final float CODE_SIDE = 120;
    private static final float CODE_BOTTOM = 96;

    private final BaseFont face = Typeface.embedded();

    /**
     * @param name whose it is, as the caller writes it; empty leaves a line to write on
     * @param address where it is verified
     */
    byte[] of(Credential credential, Program program, Organization owner, String name, String address) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document(PageSize.LETTER.rotate(), 72, 72, 64, 64);
        PdfWriter writer = PdfWriter.getInstance(document, bytes);
        document.setDocumentLanguage("es-MX");
        document.addTitle("Constancia");
        document.open();
        add(document, owner.name.in(Language.ES), 14, Color.DARK_GRAY, 0);
        add(document, "Constancia", 34, INK, 14);
        add(document, "Se hace constar que", 13, Color.BLACK, 18);
        add(document, name.isEmpty() ? "_".repeat(48) : name, 22, Color.BLACK, 14);
        add(document, "se graduó del programa", 13, Color.BLACK, 14);
        add(document, program.title.in(Language.ES), 20, INK, 10);
        add(document, "el " + DAY.format(credential.graduatedOn), 13, Color.BLACK, 12);
        code(writer, address, document.getPageSize().getWidth());
        line(writer, "Verifique esta constancia con el código o en", 74, document);
        line(writer, address, 60, document);
        document.close();
        return bytes.toByteArray();
    }

    private void add(Document document, String text, float largest, Color color, float before) {
        float size = fitting(text, largest, document);
        Paragraph paragraph = new Paragraph(text, new Font(face, size, Font.NORMAL, color));
        paragraph.setAlignment(Element.ALIGN_CENTER);
        paragraph.setSpacingBefore(before);
        paragraph.setLeading(size * 1.25f);
        document.add(paragraph);
    }

    /** Long names are set smaller, so that they stay on a line and off the code; the longest take two. */
    private float fitting(String text, float largest, Document document) {
        float size = largest;
        while (size > SMALLEST && face.getWidthPoint(text, size) > document.right() - document.left()) {
            size--;
        }
        return size;
    }

    private void line(PdfWriter writer, String text, float bottom, Document document) {
        PdfContentByte page = writer.getDirectContent();
        page.beginText();
        page.setFontAndSize(face, 9);
        page.showTextAligned(Element.ALIGN_CENTER, text, document.getPageSize().getWidth() / 2, bottom, 0);
        page.endText();
    }

    /** Drawn as squares and not as a picture, so that it prints sharply at any size. */
    private static void code(PdfWriter writer, String address, float width) {
        BitMatrix bits = bits(address);
        float side = CODE_SIDE / bits.getWidth();
        float left = (width - CODE_SIDE) / 2;
        PdfContentByte page = writer.getDirectContent();
        page.setColorFill(Color.BLACK);
        for (int y = 0; y < bits.getHeight(); y++) {
            for (int x = 0; x < bits.getWidth(); x++) {
                if (bits.get(x, y)) {
                    page.rectangle(left + x * side, CODE_BOTTOM + CODE_SIDE - (y + 1) * side, side, side);
                }
            }
        }
        page.fill();
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
