package mx.trayecto.proof.load;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import mx.trayecto.local.Json;
import mx.trayecto.proof.ledger.Write;
import mx.trayecto.proof.load.Api.Reply;

/** Women who state of themselves what is counted with their consent alone, and take that consent back. */
public final class Stating {
    private final Writer writer;
    private final Deque<String> women = new ArrayDeque<>();

    private Stating(Writer writer) {
        this.writer = writer;
    }

    /** So many who say that they are indigenous, all enrolled. */
    public static Stating enrolled(Writer writer, Programme programme, int count, long seed) {
        Stating stating = new Stating(writer);
        Random chance = new Random(seed);
        for (int n = 0; n < count; n++) {
            Map<String, Object> told = new LinkedHashMap<>(Woman.registration(chance, programme.center()));
            told.put("selfIdentification", Json.of("indigenous", "yes", "afroMexican", "notAsked"));
            told.put("consents", List.of(consent(true)));
            Reply registered = writer.post(Write.of("register", "participants", Map.of()), "/v1/participants", told);
            Journey.enroll(writer, registered, programme.cohorts().getFirst().id(), Programme.STARTS_ON);
            stating.women.add(registered.id());
        }
        return stating;
    }

    /** The next of them withdraws her consent; it is answered when this returns. */
    public void withdraw() {
        String woman = women.removeFirst();
        writer.post(
                Write.of("consent", "participants", Map.of("participant", woman)),
                "/v1/participants/" + woman + "/consents",
                consent(false));
    }

    private static Map<String, Object> consent(boolean granted) {
        return Json.of("purpose", "sensitive-data", "noticeVersion", "2025-03", "channel", "paper", "granted", granted);
    }
}
