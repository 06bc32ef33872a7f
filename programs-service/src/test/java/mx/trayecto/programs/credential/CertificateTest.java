package mx.trayecto.programs.credential;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
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
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The certificate as whoever is shown it reads it: its words, and what a scanner makes of its code. */
@QuarkusTest
@TrayectoTest
class CertificateTest {
    private static final String NAME = "Xóchitl Ñuñez Güemes";

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
            for (String words :
                    new String[] {"Constancia", NAME, "Segunda Oportunidad", "el 11 de octubre de 2024", address}) {
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

    /** However long, it stays on the page and off the code. */
    @Test
    void setsALongNameSmaller() throws Exception {
        String name = "María Guadalupe Encarnación ".repeat(7).strip();
        try (PDDocument page =
                Loader.loadPDF(printed("{\"name\": \"" + name + "\"}").asByteArray())) {
            assertEquals(1, page.getNumberOfPages());
            assertTrue(scanned(new PDFRenderer(page).renderImageWithDPI(0, 150)).endsWith(credential));
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
        group.act("/v1/credentials/" + credential + "/revocation", "{\"reason\": \"mistake\"}")
                .then()
                .statusCode(200);
        printed("{}").then().statusCode(409).body("code", equalTo("credential-revoked"));
        group.act("/v1/credentials/" + UUID.randomUUID() + "/certificate", "{}")
                .then()
                .statusCode(404);
    }
}
