package mx.trayecto.indicators.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.trayecto.platform.inbox.InboxEvent;
import mx.trayecto.platform.inbox.UnreadableEvent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class EnrollmentFactsTest {
    private static final UUID APPLICATION = UUID.randomUUID();

    @Test
    void anApplicationRejectedWithoutAnEnrolmentIsNoFact() {
        assertEquals(List.of(), facts("rejected", APPLICATION).changes());
    }

    @Test
    void aRejectionOfNeitherItsEnrolmentNorItsApplicationIsSetAside() {
        assertThrows(UnreadableEvent.class, () -> facts("rejected", UUID.randomUUID()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"applied", "enrolled", "graduated", "withdrawn"})
    void whatOnlyAnEnrolmentCanComeToIsSetAsideWithoutOne(String what) {
        assertThrows(UnreadableEvent.class, () -> facts(what, APPLICATION));
    }

    private static EnrollmentFacts facts(String what, UUID subject) {
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("participant", UUID.randomUUID().toString())
                .put("cohort", UUID.randomUUID().toString())
                .put("application", APPLICATION.toString())
                .put("on", "2024-06-11")
                .put("reason", "unknown-cohort");
        return new EnrollmentFacts(new InboxEvent(
                "trayecto.enrollments.v1",
                0,
                0,
                UUID.randomUUID(),
                "mx.trayecto.enrollment." + what + ".v1",
                subject,
                1,
                1,
                UUID.randomUUID(),
                Instant.now(),
                null,
                data));
    }
}
