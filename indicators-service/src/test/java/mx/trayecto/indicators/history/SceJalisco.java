package mx.trayecto.indicators.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** SCE Jalisco 2024 as the events of the other services tell it: 63 + 33 + 23 women trained, 55 + 22 + 14 graduated. */
public final class SceJalisco {
    public final Story story = new Story(UUID.randomUUID());
    public final UUID program = UUID.randomUUID();
    public final UUID agreement = UUID.randomUUID();
    public final UUID crea = UUID.randomUUID();
    public final UUID guadalajara = UUID.randomUUID();
    public final UUID tlajomulco = UUID.randomUUID();
    /** Enrolments of the three cohorts of 2024 that graduated. */
    public final List<UUID> graduated = new ArrayList<>();

    private final Map<UUID, String> municipalities = new LinkedHashMap<>();
    private final List<UUID> modules = new ArrayList<>();
    private int mentors = 57;

    public SceJalisco() {
        municipalities.put(crea, "14039");
        municipalities.put(guadalajara, "14039");
        municipalities.put(tlajomulco, "14097");
        for (int i = 0; i < 5; i++) {
            modules.add(UUID.randomUUID());
        }
        catalogue();
        UUID ceremony = UUID.randomUUID();
        earlier(282, 49, ceremony);
        cohort(crea, "CREA-2024", 63, 55, ceremony);
        cohort(guadalajara, "CJMG-2024", 33, 22, null);
        cohort(tlajomulco, "CJMT-2024", 23, 14, null);
        staffAndActivities();
    }

    private void catalogue() {
        story.tell(
                Story.PROGRAMS,
                "program.changed",
                program,
                "program",
                program,
                "code",
                "SCE",
                "title",
                Story.object("es", "Segunda Oportunidad"),
                "audience",
                "women");
        story.tell(
                Story.PROGRAMS,
                "agreement.changed",
                agreement,
                "agreement",
                agreement,
                "number",
                "00111079",
                "title",
                Story.object("es", "Convenio con Jalisco"),
                "startsOn",
                "2024-06-03",
                "endsOn",
                "2024-11-30");
        center(crea, "CREA", "Centro de Reinserción y Empoderamiento", "2021-03-08", null, false);
        center(guadalajara, "CJM-GDL", "Centro de Justicia Guadalajara", "2024-06-10", agreement, true);
        center(tlajomulco, "CJM-TLJ", "Centro de Justicia Tlajomulco", "2024-07-01", agreement, true);
    }

    private void center(UUID id, String code, String name, String openedOn, UUID of, boolean confidential) {
        story.tell(
                Story.PROGRAMS,
                "center.changed",
                id,
                "center",
                id,
                "code",
                code,
                "name",
                name,
                "agreement",
                of,
                "state",
                "14",
                "municipality",
                municipalities.get(id),
                "openedOn",
                openedOn,
                "confidential",
                confidential);
    }

    private void earlier(int women, int recognised, UUID ceremony) {
        UUID cohort = UUID.randomUUID();
        cohortChanged(cohort, "CREA-2023", crea, null);
        for (int i = 0; i < women; i++) {
            LocalDate on = i < recognised
                    ? LocalDate.of(2023, 11, 24)
                    : LocalDate.of(2022, 9, 1).plusDays(i);
            UUID enrollment = enrolled(cohort, crea, null, on.minusMonths(4), "14039");
            tell(enrollment, "graduated", on, "criteriaVersion", on.getYear() == 2022 ? 1 : 2);
            if (i < recognised) {
                tell(enrollment, "recognised", LocalDate.of(2024, 10, 17), "ceremony", ceremony);
            }
        }
    }

    private void cohort(UUID center, String code, int trained, int graduating, UUID ceremony) {
        UUID cohort = UUID.randomUUID();
        cohortChanged(cohort, code, center, agreement);
        List<UUID> sessions = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        for (int i = 0; i < trained + 5; i++) { // five more enrolled and never came
            UUID enrollment =
                    enrolled(cohort, center, agreement, LocalDate.of(2024, 6, 17), municipalities.get(center));
            if (i >= trained) {
                absent(enrollment, sessions);
            } else {
                train(enrollment, sessions, i % 3, i < graduating);
            }
            if (i < graduating) {
                graduated.add(enrollment);
                tell(enrollment, "graduated", LocalDate.of(2024, 9, 30), "criteriaVersion", 2);
                if (ceremony != null) {
                    tell(enrollment, "recognised", LocalDate.of(2024, 10, 17), "ceremony", ceremony);
                }
                if (mentors-- > 0) {
                    tell(
                            enrollment,
                            "mentored",
                            LocalDate.of(2024, 10, 1),
                            "mentorship",
                            UUID.randomUUID(),
                            "role",
                            "mentor",
                            "hours",
                            2);
                }
            } else if (i < trained) {
                tell(enrollment, "withdrawn", LocalDate.of(2024, 9, 2), "reason", "work");
            }
        }
    }

    private void absent(UUID enrollment, List<UUID> sessions) {
        for (int s = 0; s < sessions.size(); s++) {
            tell(
                    enrollment,
                    "attendance-recorded",
                    LocalDate.of(2024, 6, 24).plusWeeks(4L * s),
                    "session",
                    sessions.get(s),
                    "attended",
                    false);
        }
    }

    private void train(UUID enrollment, List<UUID> sessions, int missed, boolean all) {
        for (int s = 0; s < sessions.size(); s++) {
            tell(
                    enrollment,
                    "attendance-recorded",
                    LocalDate.of(2024, 6, 24).plusWeeks(4L * s),
                    "session",
                    sessions.get(s),
                    "attended",
                    s == 0 || s != missed,
                    "hours",
                    4);
        }
        for (UUID module : all ? modules : modules.subList(0, 1)) {
            tell(enrollment, "module-completed", LocalDate.of(2024, 8, 30), "module", module, "hours", 8);
        }
    }

    private final Map<UUID, Object[]> places = new LinkedHashMap<>();

    private UUID enrolled(UUID cohort, UUID center, UUID of, LocalDate on, String municipality) {
        UUID participant = UUID.randomUUID();
        UUID enrollment = UUID.randomUUID();
        int n = places.size();
        story.tell(
                Story.PARTICIPANTS,
                "participant.changed",
                participant,
                "participant",
                participant,
                "birthYear",
                1962 + n % 45,
                "birthMonth",
                1 + n % 12,
                "gender",
                "female",
                "state",
                "14",
                "municipality",
                n % 7 == 0 ? null : municipality,
                "protected",
                n % 7 == 0);
        places.put(enrollment, new Object[] {
            "enrollment",
            enrollment,
            "participant",
            participant,
            "program",
            program,
            "cohort",
            cohort,
            "center",
            center,
            "agreement",
            of
        });
        tell(enrollment, "applied", on);
        tell(enrollment, "enrolled", on);
        return enrollment;
    }

    /** Tells something that happened in one of the enrolments. */
    public Told tell(UUID enrollment, String what, LocalDate on, Object... more) {
        Told told = story.tell(Story.ENROLLMENTS, "enrollment." + what, enrollment, places.get(enrollment));
        told.data().put("on", on.toString()).setAll(Story.object(more));
        return told;
    }

    private void cohortChanged(UUID cohort, String code, UUID center, UUID of) {
        story.tell(
                Story.PROGRAMS,
                "cohort.changed",
                cohort,
                "cohort",
                cohort,
                "code",
                code,
                "program",
                program,
                "center",
                center,
                "agreement",
                of);
    }

    private void staffAndActivities() {
        for (int i = 0; i < 9; i++) {
            UUID person = UUID.randomUUID();
            story.tell(
                    Story.PROGRAMS,
                    "staff.changed",
                    person,
                    "staff",
                    person,
                    "kind",
                    "facilitator",
                    "center",
                    i < 3 ? guadalajara : i < 6 ? tlajomulco : crea,
                    "agreement",
                    agreement,
                    "startsOn",
                    "2024-06-10",
                    "sex",
                    "female");
        }
        activity("training", "officials", "20", "2024-08-05", head("all", 40));
        activity("transfer", "facilitators", "34", "2024-07-15", head("all", 9));
    }

    private void activity(String kind, String audience, String hours, String on, ArrayNode heads) {
        UUID activity = UUID.randomUUID();
        story.tell(
                Story.ACTIVITIES,
                "activity.held",
                activity,
                "activity",
                activity,
                "kind",
                kind,
                "audience",
                audience,
                "agreement",
                agreement,
                "startsOn",
                on,
                "hours",
                Integer.valueOf(hours),
                "headcounts",
                heads);
    }

    private static ArrayNode head(String sex, int count) {
        ArrayNode heads = JsonNodeFactory.instance.arrayNode();
        heads.addObject().put("sex", sex).put("count", count).put("qualifier", "exact");
        return heads;
    }
}
