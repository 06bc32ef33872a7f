package mx.trayecto.platform.inbox;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

@TrayectoTest
class TopicHistoryTest {
    private static final String TOPIC = "trayecto.remembered.v1";
    private static final int SUBJECTS = 200;
    private static final int EVENTS = 5;

    /** Of its text, an event takes about eight times in memory. */
    private static final int CHARACTERS = 2_000;

    private static final UUID TENANT = UUID.randomUUID();
    private static final List<UUID> ALL = new ArrayList<>();
    private static final Map<TopicPartition, Long> ENDS = new HashMap<>();

    @Inject
    TopicHistory history;

    @Inject
    InboxConfig config;

    @BeforeAll
    static void tell() {
        Broker.create(TOPIC, false);
        for (int i = 0; i < SUBJECTS; i++) {
            ALL.add(UUID.randomUUID());
        }
        String json = "{\"title\":\"" + "x".repeat(CHARACTERS) + "\"}";
        for (int sequence = 1; sequence <= EVENTS; sequence++) {
            for (UUID subject : ALL) {
                Broker.send(TOPIC, "mx.trayecto.note.written.v1", TENANT, subject, sequence, json);
            }
        }
        Broker.read(TOPIC)
                .forEach(record ->
                        ENDS.merge(new TopicPartition(TOPIC, record.partition()), record.offset(), Math::max));
    }

    private Map<UUID, List<Received>> read(Collection<UUID> subjects) throws Exception {
        try (Connection waiting = Database.connect("programs", "worker")) {
            return history.read(ENDS, subjects, waiting);
        }
    }

    @Test
    void ofVeryManyOnlyWhatFitsIsInMemoryAndNoneIsForgotten() throws Exception {
        Map<UUID, List<Received>> seen = new LinkedHashMap<>();
        Set<UUID> left = new LinkedHashSet<>(ALL);
        int times = 0;
        while (!left.isEmpty()) {
            Map<UUID, List<Received>> portion = read(left);
            times++;
            long size = 8L * CHARACTERS * EVENTS * portion.size();
            assertTrue(size <= config.history().asLongValue(), portion.size() + " subjects at once");
            assertTrue(left.removeAll(portion.keySet()), "nothing was read");
            seen.putAll(portion);
        }
        assertEquals(Set.copyOf(ALL), seen.keySet());
        seen.values()
                .forEach(told -> assertEquals(
                        List.of(1L, 2L, 3L, 4L, 5L),
                        told.stream().map(each -> each.event().sequence()).toList()));
        assertTrue(times > 10, "all that in " + times + " times is no proof");
        assertTrue(times < SUBJECTS, "one by one");
    }

    @Test
    void ofSeveralThatFitAllComeAtOnce() throws Exception {
        List<UUID> few = ALL.subList(0, 3);
        assertEquals(Set.copyOf(few), read(few).keySet());
    }

    @Test
    void whatIsKeptHoldsNothingOfWhatTheBrokerSent() throws Exception {
        Received kept = read(ALL).values().iterator().next().getFirst();
        assertNull(kept.record().value());
        assertEquals(0, kept.record().headers().toArray().length);
    }
}
