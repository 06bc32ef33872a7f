package mx.trayecto.proof.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import mx.trayecto.local.Json;
import mx.trayecto.proof.ProofFailure;
import mx.trayecto.proof.load.Api.Reply;

/** A woman who was there once, and asks what is held of her: her request of access, granted by an officer. */
public final class Asking {
    private static final String REQUESTS = "/v1/arco-requests";

    private final Api officer;
    private final String enrollment;
    private final String session;
    private final String request;

    private Asking(Api officer, String enrollment, String session, String request) {
        this.officer = officer;
        this.enrollment = enrollment;
        this.session = session;
        this.request = request;
    }

    /** Registered, enrolled, there in one session; her request is granted when this returns. */
    public static Asking granted(Writer writer, Programme programme, Api officer, long seed) {
        Random chance = new Random(seed);
        Reply registered = Journey.register(writer, programme, chance);
        Programme.Cohort cohort = programme.cohorts().getFirst();
        String session = cohort.sessions().getFirst();
        String enrollment = Journey.enroll(writer, registered, cohort.id(), Programme.STARTS_ON);
        Journey.attend(writer, cohort.id(), session, enrollment, true, 4);
        String request = REQUESTS + "/"
                + post(
                                officer,
                                REQUESTS,
                                Json.of(
                                        "participant",
                                        registered.id(),
                                        "kind",
                                        "access",
                                        "requester",
                                        "herself",
                                        "proofReference",
                                        "INE"))
                        .id();
        post(officer, request + "/answer", Json.of("granted", true));
        return new Asking(officer, enrollment, session, request);
    }

    /** Whether the archive, in JSON, says that she was there, and tells it to be read as well. */
    public boolean archiveTellsSheWasThere() throws IOException {
        Map<String, byte[]> archive = officer.archive(request + "/export");
        String told = new String(archive.getOrDefault("datos.json", new byte[0]), StandardCharsets.UTF_8);
        byte[] readable = archive.getOrDefault("datos.pdf", new byte[0]);
        return Stream.of(enrollment, session).allMatch(told::contains)
                && new String(readable, 0, Math.min(4, readable.length), StandardCharsets.US_ASCII).equals("%PDF");
    }

    /** What is answered while there is no archive. */
    public Reply refusal() throws IOException {
        return officer.get(request + "/export", "application/zip");
    }

    private static Reply post(Api officer, String path, Map<String, ?> body) {
        try {
            Reply reply = officer.post(
                    path,
                    body,
                    headers ->
                            headers.header("Idempotency-Key", UUID.randomUUID().toString()));
            if (reply.status() >= 300) {
                throw new ProofFailure(path + " answered " + reply.status() + " " + reply.code());
            }
            return reply;
        } catch (IOException e) {
            throw new ProofFailure(path + " could not be reached", e);
        }
    }
}
