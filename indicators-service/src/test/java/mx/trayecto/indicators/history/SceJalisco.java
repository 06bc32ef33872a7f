package mx.trayecto.indicators.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** SCE Jalisco 2024 as the events of the other services tell it: 63 + 33 + 23 women trained, 55 + 22 + 14 graduated. */
public final class SceJalisco {
    public final Story story = new Story(UUID.randomUUID());
    private final SceJaliscoPlaces places = new SceJaliscoPlaces(story);
    public final UUID program = places.program;
    public final UUID agreement = places.agreement;
    public final UUID crea = places.crea;
    public final UUID guadalajara = places.guadalajara;
    public final UUID tlajomulco = places.tlajomulco;
    /** Enrolments of the three cohorts of 2024 that graduated. */
    public final List<UUID> graduated = new ArrayList<>();

    private final Map<UUID, Enrolled> enrolled = new LinkedHashMap<>();
    private final List<UUID> modules = Chance.ids(5);
    private int mentors = 57;

    public SceJalisco() {
        UUID ceremony = UUID.randomUUID();
        earlier(282, 49, ceremony);
        cohort(crea, "CREA-2024", 63, 55, ceremony);
        cohort(guadalajara, "CJMG-2024", 33, 22, null);
        cohort(tlajomulco, "CJMT-2024", 23, 14, null);
        places.staffAndActivities();
    }

    private void earlier(int women, int recognised, UUID ceremony) {
        UUID cohort = places.cohort("CREA-2023", crea, null);
        for (int i = 0; i < women; i++) {
            LocalDate on = i < recognised
                    ? LocalDate.of(2023, 11, 24)
                    : LocalDate.of(2022, 9, 1).plusDays(i);
            UUID enrollment = enroll(cohort, crea, null, on.minusMonths(4));
            tell(enrollment, "graduated", on).with("criteriaVersion", on.getYear() == 2022 ? 1 : 2);
            if (i < recognised) {
                recognise(enrollment, ceremony);
            }
        }
    }

    private void cohort(UUID center, String code, int trained, int graduating, UUID ceremony) {
        UUID cohort = places.cohort(code, center, agreement);
        List<UUID> sessions = Chance.ids(3);
        for (int i = 0; i < trained + 5; i++) { // five more enrolled and never came
            UUID enrollment = enroll(cohort, center, agreement, LocalDate.of(2024, 6, 17));
            if (i >= trained) {
                sessions.forEach(session -> attend(enrollment, sessions, session, false));
            } else {
                int missed = i % 3;
                sessions.forEach(session ->
                        attend(enrollment, sessions, session, missed == 0 || sessions.indexOf(session) != missed));
                complete(enrollment, i < graduating ? modules : modules.subList(0, 1));
            }
            if (i < graduating) {
                graduate(enrollment, ceremony);
            } else if (i < trained) {
                tell(enrollment, "withdrawn", LocalDate.of(2024, 9, 2)).with("reason", "work");
            }
        }
    }

    private UUID enroll(UUID cohort, UUID center, UUID of, LocalDate on) {
        Enrolled woman = new Enrolled(UUID.randomUUID(), UUID.randomUUID(), program, cohort, center, of);
        int n = enrolled.size();
        story.changed(Story.PARTICIPANTS, "participant", woman.participant())
                .with("birthYear", 1962 + n % 45)
                .with("birthMonth", 1 + n % 12)
                .with("gender", "female")
                .with("state", "14")
                .with("municipality", n % 7 == 0 ? null : places.municipality(center))
                .with("protected", n % 7 == 0);
        enrolled.put(woman.enrollment(), woman);
        tell(woman.enrollment(), "applied", on);
        tell(woman.enrollment(), "enrolled", on);
        return woman.enrollment();
    }

    private void attend(UUID enrollment, List<UUID> sessions, UUID session, boolean attended) {
        tell(enrollment, "attendance-recorded", LocalDate.of(2024, 6, 24).plusWeeks(4L * sessions.indexOf(session)))
                .with("session", session)
                .with("attended", attended)
                .with("hours", attended ? 4 : 0);
    }

    private void complete(UUID enrollment, List<UUID> completed) {
        completed.forEach(module -> tell(enrollment, "module-completed", LocalDate.of(2024, 8, 30))
                .with("module", module)
                .with("hours", 8));
    }

    private void graduate(UUID enrollment, UUID ceremony) {
        graduated.add(enrollment);
        tell(enrollment, "graduated", LocalDate.of(2024, 9, 30)).with("criteriaVersion", 2);
        if (ceremony != null) {
            recognise(enrollment, ceremony);
        }
        if (mentors-- > 0) {
            tell(enrollment, "mentored", LocalDate.of(2024, 10, 1))
                    .with("mentorship", UUID.randomUUID())
                    .with("role", "mentor")
                    .with("hours", 2);
        }
    }

    private void recognise(UUID enrollment, UUID ceremony) {
        tell(enrollment, "recognised", LocalDate.of(2024, 10, 17)).with("ceremony", ceremony);
    }

    /** Tells something that happened in one of the enrolments. */
    public Told tell(UUID enrollment, String what, LocalDate on) {
        return enrolled.get(enrollment).tell(story, what, on);
    }
}
