package mx.trayecto.programs.credential;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The certificate as whoever is shown it reads it: its words, and what a scanner makes of its code. */
@QuarkusTest
@TrayectoTest
class CertificateTest {
    private static final String NAME = "Xóchitl Ñuñez Güemes Áꞌgil Tsʼunu";

    private Group group;
    private String credential;

    @BeforeEach
    void graduate() {
        group = new Group(5);
        UUID woman = Graduating.byException(group);
        credential = group.act("/v1/enrollments/" + woman + "/credentials", "{}")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private Response printed(String body) {
        return group.act("/v1/credentials/" + credential + "/certificate", body);
    }

    @Test
    void bearsHerNameAndLeadsToItsVerification() throws Exception {
        Response answer = printed("{\"name\": \"" + NAME + "\"}");
        answer.then().statusCode(200).contentType("application/pdf").header("Cache-Control", equalTo("no-store"));
        try (PDDocument page = Loader.loadPDF(answer.asByteArray())) {
            assertEquals(1, page.getNumberOfPages());
            String text = new PDFTextStripper().getText(page);
            String address = "http://localhost:8080/v1/credentials/" + credential;
            for (String words : new String[] {
                "Constancia", NAME, "Segunda Oportunidad", "el 11 de octubre de 2024", "Folio " + credential, address
            }) {
                assertTrue(text.contains(words), words + " is not in " + text);
            }
            assertEquals(address, scanned(new PDFRenderer(page).renderImageWithDPI(0, 150)));
        }
        for (String kept : Database.query(
                "programs", "SELECT details::text FROM audit_entry WHERE action = ?", "printCertificate")) {
            assertTrue(kept == null || !kept.contains("Xóchitl"), kept);
        }
    }

    private static String scanned(BufferedImage page) throws NotFoundException {
        int width = page.getWidth();
        int height = page.getHeight();
        int[] pixels = page.getRGB(0, 0, width, height, null, 0, width);
        return new QRCodeMultiReader()
                .decodeMultiple(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))[0]
                        .getText();
    }

    /** However long and wide names are, all stays on one page, whole, and off the code. */
    @Test
    void setsLongNamesSmaller() throws Exception {
        String name = "W".repeat(200);
        String title = "M".repeat(500);
        rename("/v1/programs/" + group.catalogue.program, "{\"title\": {\"es\": \"" + title + "\"}}");
        rename("/v1/organizations/" + group.catalogue.organization, "{\"name\": {\"es\": \"" + title + "\"}}");
        try (PDDocument page =
                Loader.loadPDF(printed("{\"name\": \"" + name + "\"}").asByteArray())) {
            assertEquals(1, page.getNumberOfPages());
            String text = new PDFTextStripper().getText(page);
            assertEquals(200, text.chars().filter(letter -> letter == 'W').count());
            assertEquals(1000, text.chars().filter(letter -> letter == 'M').count());
            BufferedImage paper = new PDFRenderer(page).renderImageWithDPI(0, 72);
            assertTrue(blank(paper, 0, 0, paper.getWidth(), 40), "nothing leaves the page");
            assertTrue(blank(paper, 0, 0, 60, paper.getHeight()), "nothing leaves the page");
            assertTrue(blank(paper, paper.getWidth() - 60, 0, 60, paper.getHeight()), "nothing leaves the page");
            assertTrue(blank(paper, 200, 380, 400, 10), "the code keeps what is free around it");
            assertTrue(scanned(new PDFRenderer(page).renderImageWithDPI(0, 150)).endsWith(credential));
        }
    }

    private void rename(String path, String patch) {
        Caller.patch(group.token, group.read(path).header("ETag"))
                .body(patch)
                .patch(path)
                .then()
                .statusCode(200);
    }

    private static boolean blank(BufferedImage page, int left, int top, int width, int height) {
        return IntStream.of(page.getRGB(left, top, width, height, null, 0, width))
                .allMatch(pixel -> pixel == -1);
    }

    /** Whoever has it read out hears all of it, in its language, and what is no text is named. */
    @Test
    void isReadOutAndTellsNoMoreThanItShows() throws IOException {
        try (PDDocument page =
                Loader.loadPDF(printed("{\"name\": \"" + NAME + "\"}").asByteArray())) {
            assertEquals("es-MX", page.getDocumentCatalog().getLanguage());
            assertTrue(page.getDocumentCatalog().getMarkInfo().isMarked());
            assertTrue(page.getDocumentCatalog().getViewerPreferences().displayDocTitle());
            assertEquals(
                    Set.of("Title", "Producer", "CreationDate"),
                    page.getDocumentInformation().getMetadataKeys());
            assertEquals("Constancia", page.getDocumentInformation().getTitle());
            assertNull(page.getDocumentCatalog().getMetadata());
            List<Object> parts = ((PDStructureElement) page.getDocumentCatalog()
                            .getStructureTreeRoot()
                            .getKids()
                            .getFirst())
                    .getKids();
            List<String> roles = parts.stream()
                    .map(part -> ((PDStructureElement) part).getStructureType())
                    .toList();
            assertEquals("P,H1,P,P,P,P,P,Figure,P,P,P", String.join(",", roles));
            assertEquals(
                    "Código QR que lleva a la verificación de esta constancia",
                    ((PDStructureElement) parts.get(7)).getAlternateDescription());
            for (COSName font : page.getPage(0).getResources().getFontNames()) {
                assertTrue(page.getPage(0).getResources().getFont(font).isEmbedded());
            }
        }
    }

    @Test
    void leavesALineWhereNoNameIsTold() throws IOException {
        try (PDDocument page = Loader.loadPDF(printed("{}").asByteArray())) {
            assertTrue(new PDFTextStripper().getText(page).contains("________"));
        }
    }

    /** Whoever prints it answers for the name on it. */
    @Test
    void isPrintedOnlyByThoseWhoDecideGraduations() {
        String path = "/v1/credentials/" + credential + "/certificate";
        for (String reader : List.of(
                Tokens.portal(group.tenant, "jalisco"),
                Tokens.registrar(group.tenant),
                Tokens.facilitator(group.tenant))) {
            Caller.post(reader)
                    .body("{\"name\": \"" + NAME + "\"}")
                    .post(path)
                    .then()
                    .statusCode(403);
        }
        Caller.post(Tokens.of("graduations:decide", group.tenant))
                .body("{}")
                .post(path)
                .then()
                .statusCode(200);
    }

    @Test
    void isNotPrintedOfWhatWasRevokedOrIsNoName() {
        printed("{\"name\": \"\"}").then().statusCode(422).body("errors.pointer", contains("/name"));
        printed("{\"name\": \"" + "x".repeat(201) + "\"}").then().statusCode(422);
        printed("{\"name\": \"Xóchitl 漢\"}").then().statusCode(422).body("errors.code", contains("letter"));
        group.act("/v1/credentials/" + credential + "/revocation", "{\"reason\": \"mistake\"}")
                .then()
                .statusCode(200);
        printed("{}").then().statusCode(409).body("code", equalTo("credential-revoked"));
        group.act("/v1/credentials/" + UUID.randomUUID() + "/certificate", "{}")
                .then()
                .statusCode(404);
    }
}
