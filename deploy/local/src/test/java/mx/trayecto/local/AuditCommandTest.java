package mx.trayecto.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AuditCommandTest {

    private static final String TENANT = "c89e0791-5429-5616-9b0d-b635e6bf0d71";
    private static final String SEAL = "0001" + "ab".repeat(16);
    private static final String FIRST = """
            {"from": 1, "to": 3, "entries": 10000, "pending": 0, "intact": true, "breaks": [],
             "head": {"number": 7, "seal": "%s", "sealedAt": "2026-11-21T10:00:00Z"}, "next": 3}""".formatted(SEAL);
    private static final String LAST = """
            {"from": 4, "to": 7, "entries": 20, "pending": 2, "intact": %s, "breaks": [%s],
             "head": {"number": 7, "seal": "%s", "sealedAt": "2026-11-21T10:00:00Z"}}""";

    @TempDir
    Path folder;

    private Home home;
    private String breaks = "";

    @BeforeEach
    void open() throws IOException {
        home = Home.open(Checkout.find(), Optional.of(folder.toString()));
    }

    private String answer(String call) {
        if (call.equals("GET /internal/audit")) {
            return "{\"tenants\": [\"%s\"]}".formatted(TENANT);
        }
        return call.contains("after=0") ? FIRST : LAST.formatted(breaks.isEmpty(), breaks, SEAL);
    }

    private OperatedService.Result verify(OperatedService service, String... more) {
        var arguments = new String[3 + more.length];
        arguments[0] = "audit";
        arguments[1] = "verify";
        arguments[2] = "--service=programs";
        System.arraycopy(more, 0, arguments, 3, more.length);
        var line = OperatedService.line(arguments);
        return OperatedService.of(() -> new AuditCommand(line, home, service.ports(line)).execute());
    }

    @Test
    void tellsThatAllIsWholeAndKeepsTheNewestSeal() throws IOException {
        try (var service = new OperatedService(this::answer)) {
            var result = verify(service);
            assertEquals(0, result.status(), result.text());
            assertTrue(
                    result.text()
                            .contains("programs, tenant " + TENANT
                                    + ": 10020 entries under 7 seals and 2 not sealed yet, whole."),
                    result.text());
            assertTrue(Files.readString(home.data("audit-heads.properties")).contains("=7 " + SEAL));
            verify(service);
            assertEquals("GET /internal/audit/" + TENANT + "?after=3&number=7&seal=" + SEAL, service.calls.getLast());
        }
    }

    @Test
    void tellsWhereItIsBroken() {
        breaks = "{\"kind\": \"entry-removed\", \"entry\": 17, \"seal\": 5}";
        try (var service = new OperatedService(this::answer)) {
            var result = verify(service);
            assertEquals(1, result.status(), result.text());
            assertTrue(result.text().contains("entry-removed, entry 17, seal 5"), result.text());
        }
    }

    /** The seal that is gone stays kept, so that the next check finds it too. */
    @Test
    void doesNotForgetASealThatIsGone() throws IOException {
        var heads = folder.resolve("heads");
        var kept = "programs/" + TENANT + "=9 " + "0001" + "cd".repeat(16);
        Files.writeString(heads, kept);
        breaks = "{\"kind\": \"head-lost\", \"seal\": 9}";
        try (var service = new OperatedService(this::answer)) {
            var result = verify(service, "--heads=" + heads);
            assertEquals(1, result.status(), result.text());
            assertTrue(result.text().contains("After a restore"), result.text());
            assertTrue(Files.readString(heads).contains(kept));
        }
    }

    /** All that a tenant ever did may be gone, and the tenant with it. */
    @Test
    void asksForTenantsThatTheServiceKnowsNoMore() throws IOException {
        var gone = "0bd5d2c6-9d5b-4d28-93cb-1d9bba0d9e2a";
        Files.writeString(home.data("audit-heads.properties"), "programs/" + gone + "=1 " + SEAL);
        try (var service = new OperatedService(this::answer)) {
            verify(service);
            assertTrue(
                    service.calls.contains("GET /internal/audit/" + gone + "?after=0&number=1&seal=" + SEAL),
                    service.calls.toString());
        }
    }

    @Test
    void anythingElseIsAMisuse() {
        var line = OperatedService.line("audit", "mend");
        assertThrows(CommandLine.Misuse.class, () -> new AuditCommand(line, home, null).execute());
    }
}
