package mx.trayecto.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class KeysCommandTest {

    @TempDir
    Path folder;

    private Home home;
    private final List<Optional<String>> restartedWith = new ArrayList<>();
    private int left = 700;
    private boolean known = true;

    @BeforeEach
    void open() {
        home = Home.open(Checkout.find(), Optional.of(folder.toString()));
        Secrets.of(home);
    }

    /** As a service that was given what the secrets say, and names a key by its first characters. */
    private String answer(String call) {
        var secrets = Secrets.of(home);
        return switch (call) {
            case "GET /internal/keys" -> {
                var given = Stream.concat(Stream.of(secrets.masterKey()), secrets.nextMasterKey().stream())
                        .map(key -> "\"" + key.substring(0, 8) + "\"")
                        .toList();
                yield """
                        {"master": %s, "given": %s, "otherwise": 0, "tenants": 3, "changing": 0, "left": 0,
                         "destroyed": 2, "auditKeys": 1}""".formatted(known ? given.getLast() : "\"other\"", given);
            }
            case "POST /internal/keys/tenants?begin=true", "POST /internal/keys/tenants?begin=false" -> portion(500);
            case "POST /internal/keys/master" -> portion(1_000);
            case "POST /internal/keys/audit" -> "{\"auditKeys\": 2}";
            default -> throw new IllegalStateException(call);
        };
    }

    private String portion(int most) {
        var done = Math.min(left, most);
        left -= done;
        return "{\"done\": %d, \"left\": %d}".formatted(done, left);
    }

    private OperatedService.Result keys(OperatedService service, String... words) {
        var line = OperatedService.line(
                Stream.concat(Stream.of("keys"), Stream.of(words)).toArray(String[]::new));
        return OperatedService.of(() -> new KeysCommand(
                        line,
                        home,
                        service.ports(line),
                        names -> restartedWith.add(Secrets.of(home).nextMasterKey()))
                .execute());
    }

    @Test
    void tellsHowThingsStand() {
        try (var service = new OperatedService(this::answer)) {
            var result = keys(service);
            assertEquals(0, result.status());
            assertTrue(result.text().contains("persons' keys destroyed: 2"), result.text());
        }
    }

    @Test
    void exchangesTheTenantsKeysUntilNothingIsLeft() {
        try (var service = new OperatedService(this::answer)) {
            var result = keys(service, "rotate", "tenants");
            assertEquals(0, result.status());
            assertEquals(
                    List.of("POST /internal/keys/tenants?begin=true", "POST /internal/keys/tenants?begin=false"),
                    service.calls);
            assertTrue(result.text().contains("700 persons' keys were wrapped anew"), result.text());
        }
    }

    @Test
    void exchangesTheMasterKeyAndKeepsTheOldOneApart() throws IOException {
        var before = Secrets.of(home);
        try (var service = new OperatedService(this::answer)) {
            assertEquals(0, keys(service, "rotate", "master").status());
        }
        var after = Secrets.of(home);
        assertNotEquals(before.masterKey(), after.masterKey());
        assertEquals(Optional.empty(), after.nextMasterKey());
        assertEquals(before.indexKey(), after.indexKey());
        assertEquals(before.passwords(), after.passwords());
        assertEquals(List.of(Optional.of(after.masterKey()), Optional.empty()), restartedWith);
        try (var files = Files.list(home.keys())) {
            var retired = files.filter(file -> file.getFileName().toString().startsWith("retired-master-key-"))
                    .toList();
            assertEquals(1, retired.size());
            assertEquals(
                    before.masterKey(), Files.readString(retired.getFirst()).strip());
        }
    }

    /** Whatever the interrupted one has come to, the key that it made is the one that is gone on with. */
    @Test
    void goesOnWithTheKeyOfAnInterruptedExchange() {
        Secrets.prepareNextMaster(home);
        var next = Secrets.of(home).nextMasterKey().orElseThrow();
        try (var service = new OperatedService(this::answer)) {
            assertEquals(0, keys(service, "rotate", "master").status());
        }
        assertEquals(next, Secrets.of(home).masterKey());
    }

    @Test
    void givesUpNoMasterKeyThatAServiceStillNeeds() {
        var before = Secrets.of(home).masterKey();
        known = false;
        try (var service = new OperatedService(this::answer)) {
            assertThrows(LocalStackException.class, () -> keys(service, "rotate", "master"));
        }
        assertEquals(before, Secrets.of(home).masterKey());
        assertFalse(Secrets.of(home).nextMasterKey().isEmpty());
    }

    @Test
    void addsAKeyForTheAudit() {
        try (var service = new OperatedService(this::answer)) {
            assertTrue(keys(service, "rotate", "audit").text().contains("there are 2"));
        }
    }

    @Test
    void anythingElseIsAMisuse() {
        try (var service = new OperatedService(this::answer)) {
            assertThrows(CommandLine.Misuse.class, () -> keys(service, "rotate", "everything"));
        }
    }
}
