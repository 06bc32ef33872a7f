package mx.trayecto.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** A voucher is taken from whom, for whom and for what it was made, and no longer than a minute. */
@TrayectoTest
class VouchersTest {
    private static final String USE = "exportArcoRequest";

    private final UUID tenant = UUID.randomUUID();
    private final UUID woman = UUID.randomUUID();
    private final List<UUID> records = List.of(woman, UUID.randomUUID());

    @Inject
    Vouchers vouchers;

    @Inject
    Vault vault;

    @Inject
    CurrentActor actor;

    private <T> T as(String subject, UUID tenant, Supplier<T> work) {
        return actor.runAs(new Actor(subject, "client", tenant, tenant, Set.of(), Optional.empty(), Set.of()), work);
    }

    private String issued() {
        return as("officer", tenant, () -> vouchers.issue(USE, woman, records));
    }

    private void refused(String subject, UUID of, String use, UUID person, String voucher) {
        ProblemException refusal = assertThrows(
                ProblemException.class, () -> as(subject, of, () -> vouchers.redeem(use, person, voucher)));
        assertEquals(CommonProblem.FORBIDDEN, refusal.type());
    }

    @Test
    void namesTheRecordsToWhomItWasMadeFor() {
        String voucher = issued();
        assertEquals(records, as("officer", tenant, () -> vouchers.redeem(USE, woman, voucher)));
    }

    @Test
    void isNoneForAnotherCallerTenantUseOrPerson() {
        String voucher = issued();
        refused("another", tenant, USE, woman, voucher);
        refused("officer", UUID.randomUUID(), USE, woman, voucher);
        refused("officer", tenant, "readParticipant", woman, voucher);
        refused("officer", tenant, USE, records.getLast(), voucher);
    }

    @Test
    void isOverAfterAMinute() {
        String last = as(
                "officer",
                tenant,
                () -> vouchers.issue(USE, woman, records, Instant.now().plusSeconds(30)));
        assertEquals(records, as("officer", tenant, () -> vouchers.redeem(USE, woman, last)));
        String over = as("officer", tenant, () -> vouchers.issue(USE, woman, records, Instant.now()));
        refused("officer", tenant, USE, woman, over);
        assertEquals(60, Vouchers.VALID.toSeconds());
    }

    @Test
    void isNothingElseThatIsSealedUnderHerKey() {
        byte[] told = ("{\"use\":\"" + USE + "\",\"caller\":\"officer\",\"records\":[\"" + woman
                        + "\"],\"until\":\"2999-01-01T00:00:00Z\"}")
                .getBytes(StandardCharsets.UTF_8);
        byte[] sealed = as("officer", tenant, () -> vault.sealBytes(woman, told));
        refused("officer", tenant, USE, woman, Base64.getUrlEncoder().encodeToString(sealed));
        for (String nonsense : List.of("", "x", "AAAA", "ñ", issued().replaceFirst("....$", ""))) {
            refused("officer", tenant, USE, woman, nonsense);
        }
    }

    @Test
    void isNoneOnceHerKeyIsDestroyed() {
        String voucher = issued();
        as("officer", tenant, () -> {
            vault.destroy(woman);
            return null;
        });
        refused("officer", tenant, USE, woman, voucher);
    }
}
