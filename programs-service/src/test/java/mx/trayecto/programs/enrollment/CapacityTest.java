package mx.trayecto.programs.enrollment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Capacity holds under any concurrency (promise R10). */
@QuarkusTest
@TrayectoTest
class CapacityTest {
    private static final String FIGURES = """
            SELECT concat_ws(' ', COALESCE((SELECT taken FROM cohort_seats WHERE cohort_id = ?), 0),
              (SELECT count(*) FROM enrollment WHERE cohort_id = ?
                  AND status IN ('OFFERED', 'ENROLLED', 'ACTIVE', 'GRADUATED')),
              (SELECT capacity FROM cohort WHERE id = ?),
              (SELECT count(*) FROM enrollment WHERE cohort_id = ? AND status = 'WAITLISTED'))""";

    @Test
    void givesThirtySeatsToTwoHundredAtOnceAndQueuesTheOthersInOrder() throws Exception {
        Group group = new Group(30);
        List<UUID> women =
                IntStream.range(0, 200).mapToObj(i -> group.participant()).toList();
        List<Response> answers = atOnce(women.stream()
                .<Callable<Response>>map(woman -> () -> group.enroll(woman))
                .toList());

        answers.forEach(answer -> assertEquals(201, answer.statusCode(), answer.asString()));
        Map<String, List<Response>> byStatus =
                answers.stream().collect(Collectors.groupingBy(a -> a.jsonPath().getString("status")));
        assertEquals(30, byStatus.get("enrolled").size());
        assertEquals(170, byStatus.get("waitlisted").size());
        List<Integer> line = byStatus.get("waitlisted").stream()
                .map(a -> a.jsonPath().getInt("waitlistPosition"))
                .sorted()
                .toList();
        assertEquals(IntStream.rangeClosed(1, 170).boxed().toList(), line);
        assertSeatsAreCounted(group.cohort, 30);

        List<UUID> waiting = byStatus.get("waitlisted").stream()
                .sorted(Comparator.comparing(a -> a.jsonPath().getInt("waitlistPosition")))
                .map(Group::made)
                .toList();
        UUID leaving = Group.made(byStatus.get("enrolled").getFirst());
        group.step(leaving, "withdrawal", "{\"on\": \"2024-06-11\", \"reason\": \"moved\"}");
        assertEquals("enrolled", group.status(waiting.getFirst()));
        assertEquals("waitlisted", group.status(waiting.get(1)));

        List<Response> withdrawals = atOnce(byStatus.get("enrolled").stream()
                .skip(1)
                .<Callable<Response>>map(a -> () ->
                        group.step(Group.made(a), "withdrawal", "{\"on\": \"2024-06-11\", \"reason\": \"moved\"}"))
                .toList());
        withdrawals.forEach(answer -> assertEquals(200, answer.statusCode(), answer.asString()));
        assertSeatsAreCounted(group.cohort, 30);
        for (int i = 0; i < 170; i++) {
            if (i < 30 || i % 20 == 0) {
                assertEquals(i < 30 ? "enrolled" : "waitlisted", group.status(waiting.get(i)), "place " + (i + 1));
            }
        }
    }

    @Test
    void neverEnrolsOneWomanTwiceHoweverOftenAtOnce() throws Exception {
        Group group = new Group(5);
        UUID other = group.open(group.catalogue.cohort("G2", 5));
        UUID woman = group.participant();
        List<Response> answers = atOnce(IntStream.range(0, 16)
                .<Callable<Response>>mapToObj(
                        i -> () -> group.enroll(woman, i % 2 == 0 ? group.cohort : other, "2024-06-10"))
                .toList());
        assertEquals(1, answers.stream().filter(a -> a.statusCode() == 201).count());
        assertEquals(15, answers.stream().filter(a -> a.statusCode() == 409).count());
        assertSeatsAreCounted(group.cohort, null);
        assertSeatsAreCounted(other, null);
    }

    /** Opposite transfers and withdrawals at once would wait for each other in a circle, were the locks not in order. */
    @Test
    void movesWomenBetweenTwoCohortsInBothDirectionsAtOnce() throws Exception {
        Group group = new Group(12);
        UUID other = group.open(group.catalogue.cohort("G2", 12));
        List<UUID> here = group.enrolled(8);
        List<UUID> there =
                IntStream.range(0, 8).mapToObj(i -> group.enrolled(other)).toList();
        List<Callable<Response>> moves = new ArrayList<>();
        String body = "{\"on\": \"2024-06-12\", \"cohort\": \"%s\"}";
        here.forEach(e -> moves.add(() -> group.step(e, "transfer", body.formatted(other))));
        there.forEach(e -> moves.add(() -> group.step(e, "transfer", body.formatted(group.cohort))));
        for (Response answer : atOnce(moves)) {
            assertTrue(List.of(200, 409).contains(answer.statusCode()), answer.asString());
        }
        assertSeatsAreCounted(group.cohort, null);
        assertSeatsAreCounted(other, null);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void countsSeatsRightThroughAnyLife(long seed) throws Exception {
        Random random = new Random(seed);
        Group group = new Group(2);
        UUID other = group.offering(2, 10);
        List<UUID> all = new ArrayList<>();
        for (int turn = 0; turn < 45; turn++) {
            String on = "2024-%02d-%02d".formatted(6 + (10 + turn) / 28, 1 + (10 + turn) % 28);
            if (all.size() < 4 || random.nextInt(5) == 0) {
                all.add(Group.made(group.enroll(group.participant(), random.nextBoolean() ? group.cohort : other, on)));
            } else {
                UUID one = all.get(random.nextInt(all.size()));
                Response answer = randomStep(group, random, one, on, random.nextBoolean() ? group.cohort : other);
                assertTrue(List.of(200, 409, 422).contains(answer.statusCode()), answer.asString());
            }
            assertSeatsAreCounted(group.cohort, null);
            assertSeatsAreCounted(other, null);
        }
    }

    private static Response randomStep(Group group, Random random, UUID one, String on, UUID target) {
        return switch (random.nextInt(10)) {
            case 0 -> group.step(one, "offer", "{\"on\": \"%s\", \"expiresOn\": \"2024-09-01\"}".formatted(on));
            case 1, 2 -> group.step(one, "acceptance", "{\"on\": \"%s\"}".formatted(on));
            case 3 -> group.step(one, "decline", "{\"on\": \"%s\"}".formatted(on));
            case 4 -> group.step(one, "activation", "{\"on\": \"%s\"}".formatted(on));
            case 5 -> group.step(one, "withdrawal", "{\"on\": \"%s\", \"reason\": \"other\"}".formatted(on));
            case 6 -> group.step(one, "rejection", "{\"on\": \"%s\", \"reason\": \"other\"}".formatted(on));
            case 7 -> group.step(one, "transfer", "{\"on\": \"%s\", \"cohort\": \"%s\"}".formatted(on, target));
            case 8 -> group.step(one, "deferral", "{\"on\": \"%s\", \"until\": \"2024-09-01\"}".formatted(on));
            default ->
                group.step(one, "graduation-revocation", "{\"on\": \"%s\", \"reason\": \"other\"}".formatted(on));
        };
    }

    /** The counter is what a recount gives, is within the capacity, and nobody waits while a seat is free. */
    private static void assertSeatsAreCounted(UUID cohort, Integer expected) throws Exception {
        String[] figures = Database.query("programs", FIGURES, cohort, cohort, cohort, cohort)
                .getFirst()
                .split(" ");
        String counted = figures[0];
        String seated = figures[1];
        int capacity = Integer.parseInt(figures[2]);
        String waiting = figures[3];
        assertEquals(seated, counted);
        assertTrue(Integer.parseInt(counted) <= capacity, counted + " of " + capacity);
        assertTrue(waiting.equals("0") || Integer.parseInt(counted) == capacity, "a seat is free and somebody waits");
        if (expected != null) {
            assertEquals(expected.toString(), counted);
        }
    }

    private static List<Response> atOnce(List<Callable<Response>> calls) throws Exception {
        try (var threads = Executors.newFixedThreadPool(32)) {
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
