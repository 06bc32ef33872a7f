package mx.trayecto.indicators.history;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The programme of SCE Jalisco 2024, its agreement and three centres, who worked there and what was held. */
final class SceJaliscoPlaces {
    final UUID program = UUID.randomUUID();
    final UUID agreement = UUID.randomUUID();
    final UUID crea = UUID.randomUUID();
    final UUID guadalajara = UUID.randomUUID();
    final UUID tlajomulco = UUID.randomUUID();

    private final Map<UUID, String> municipalities = Map.of(crea, "14039", guadalajara, "14039", tlajomulco, "14097");
    private final Story story;

    SceJaliscoPlaces(Story story) {
        this.story = story;
        story.changed(Story.PROGRAMS, "program", program)
                .with("code", "SCE")
                .with("title", Story.object("es", "Segunda Oportunidad"))
                .with("audience", "women");
        story.changed(Story.PROGRAMS, "agreement", agreement)
                .with("number", "00111079")
                .with("title", Story.object("es", "Convenio con Jalisco"))
                .with("startsOn", "2024-06-03")
                .with("endsOn", "2024-11-30");
        center(crea, "CREA", "Centro de Reinserción y Empoderamiento", "2021-03-08")
                .with("confidential", false);
        center(guadalajara, "CJM-GDL", "Centro de Justicia Guadalajara", "2024-06-10")
                .with("agreement", agreement)
                .with("confidential", true);
        center(tlajomulco, "CJM-TLJ", "Centro de Justicia Tlajomulco", "2024-07-01")
                .with("agreement", agreement)
                .with("confidential", true);
    }

    private Told center(UUID id, String code, String name, String openedOn) {
        return story.changed(Story.PROGRAMS, "center", id)
                .with("code", code)
                .with("name", name)
                .with("state", "14")
                .with("municipality", municipality(id))
                .with("openedOn", openedOn);
    }

    String municipality(UUID center) {
        return municipalities.get(center);
    }

    UUID cohort(String code, UUID center, UUID of) {
        UUID cohort = UUID.randomUUID();
        story.changed(Story.PROGRAMS, "cohort", cohort)
                .with("code", code)
                .with("program", program)
                .with("center", center)
                .with("agreement", of);
        return cohort;
    }

    void staffAndActivities() {
        for (int i = 0; i < 9; i++) {
            story.changed(Story.PROGRAMS, "staff", UUID.randomUUID())
                    .with("kind", "facilitator")
                    .with("center", i < 3 ? guadalajara : i < 6 ? tlajomulco : crea)
                    .with("agreement", agreement)
                    .with("startsOn", "2024-06-10")
                    .with("sex", "female");
        }
        held("training", "officials", 20, LocalDate.of(2024, 8, 5), 40);
        held("transfer", "facilitators", 34, LocalDate.of(2024, 7, 15), 9);
    }

    private void held(String kind, String audience, int hours, LocalDate on, int heads) {
        UUID activity = UUID.randomUUID();
        ArrayNode headcounts = JsonNodeFactory.instance.arrayNode();
        headcounts.addObject().put("sex", "all").put("count", heads).put("qualifier", "exact");
        story.tell(Story.ACTIVITIES, "activity.held", activity, "activity", activity)
                .with("kind", kind)
                .with("audience", audience)
                .with("agreement", agreement)
                .with("startsOn", on)
                .with("hours", hours)
                .with("headcounts", headcounts);
    }
}
