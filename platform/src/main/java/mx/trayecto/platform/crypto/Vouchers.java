package mx.trayecto.platform.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * What one service vouches for to another: that it has looked whether the caller may have something of a person, and he
 * may. Which records are hers, who opened a protected one and what she has asked for, a single service knows; the other
 * takes its word instead of a second answer to the same questions.
 *
 * <p>A voucher is sealed under her key, which nobody but the services can use: nobody else makes, changes or reads one. It is
 * bound to her and her tenant, to the caller and to what it is for, and void after a minute. It is no right by itself:
 * who redeems it asks for the caller's own token and scope as of any request.
 */
@ApplicationScoped
public class Vouchers {
    static final Duration VALID = Duration.ofMinutes(1);

    /** What else is sealed under her key is JSON, or bytes as they were sent: nothing of it begins like this. */
    private static final byte[] MARK = "trayecto voucher ".getBytes(StandardCharsets.US_ASCII);

    record Voucher(String use, String caller, List<UUID> records, Instant until) {}

    @Inject
    Vault vault;

    @Inject
    CurrentActor actor;

    @Inject
    ObjectMapper json;

    /**
     * Vouches for the current actor.
     *
     * @param use what for, by the operation's name in the contract
     * @param person whose key seals it; one of the records
     * @param records all of hers that it is about
     */
    public String issue(String use, UUID person, List<UUID> records) {
        return issue(use, person, records, Instant.now().plus(VALID));
    }

    String issue(String use, UUID person, List<UUID> records, Instant until) {
        try {
            byte[] told = json.writeValueAsBytes(new Voucher(use, actor.get().subject(), records, until));
            byte[] plain = ByteBuffer.allocate(MARK.length + told.length)
                    .put(MARK)
                    .put(told)
                    .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.sealBytes(person, plain));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The records that a service has vouched for.
     *
     * @throws ProblemException 403 where it is none, or not of this person, tenant, caller and use, or over; which, is not
     *     told
     */
    public List<UUID> redeem(String use, UUID person, String voucher) {
        return opened(person, voucher)
                .filter(told -> told.use().equals(use)
                        && told.caller().equals(actor.get().subject())
                        && Instant.now().isBefore(told.until()))
                .map(Voucher::records)
                .orElseThrow(() -> ProblemException.of(CommonProblem.FORBIDDEN));
    }

    private Optional<Voucher> opened(UUID person, String voucher) {
        try {
            byte[] plain = vault.openBytes(person, Base64.getUrlDecoder().decode(voucher));
            return plain == null || !Arrays.equals(MARK, Arrays.copyOf(plain, MARK.length))
                    ? Optional.empty()
                    : Optional.of(json.readValue(plain, MARK.length, plain.length - MARK.length, Voucher.class));
        } catch (IllegalArgumentException | IllegalStateException | BufferUnderflowException | IOException none) {
            return Optional.empty();
        }
    }
}
