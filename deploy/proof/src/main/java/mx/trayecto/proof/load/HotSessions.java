package mx.trayecto.proof.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** One facilitator's sessions, to which the same women come as to everybody else's. */
final class HotSessions {
    private final Writer writer;
    private final String cohort;
    private final List<String> enrollments;
    private final Random chance;

    HotSessions(Writer writer, String cohort, List<String> enrollments, Random chance) {
        this.writer = writer;
        this.cohort = cohort;
        this.enrollments = enrollments;
        this.chance = chance;
    }

    /** One session: some of the women in some order, some of them corrected. */
    void next() {
        String session = Programme.session(writer, cohort, "2024-07-0" + (1 + chance.nextInt(9)));
        List<String> order = new ArrayList<>(enrollments);
        Collections.shuffle(order, chance);
        for (String enrollment : order.subList(0, Math.max(1, order.size() / 2))) {
            boolean there = chance.nextBoolean();
            Journey.attend(writer, cohort, session, enrollment, there, 4);
            if (chance.nextInt(3) == 0) {
                Journey.correct(writer, cohort, session, enrollment, !there, 3);
            }
        }
    }
}
