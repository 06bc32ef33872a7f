package mx.trayecto.indicators.projection;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class MergesTest {
    private static final UUID TENANT = UUID.randomUUID();
    private static final UUID A = new UUID(0, 0xA);
    private static final UUID B = new UUID(0, 0xB);
    private static final UUID C = new UUID(0, 0xC);
    private static final UUID D = new UUID(0, 0xD);

    @Test
    void aChainIsFollowedToItsEnd() {
        assertEquals(C, Merges.canonical(id(A), Map.of(id(A), B, id(B), C)));
    }

    @Test
    void whoIsMergedIntoNobodyIsHerself() {
        assertEquals(A, Merges.canonical(id(A), Map.of(id(B), C)));
    }

    @Test
    void aCircleHasOneAnswerFromEverywhere() {
        Map<TenantId, UUID> circle = Map.of(id(D), C, id(C), B, id(B), C);
        assertEquals(B, Merges.canonical(id(D), circle));
        assertEquals(B, Merges.canonical(id(C), circle));
        assertEquals(B, Merges.canonical(id(B), circle));
    }

    private static TenantId id(UUID participant) {
        return new TenantId(TENANT, participant);
    }
}
