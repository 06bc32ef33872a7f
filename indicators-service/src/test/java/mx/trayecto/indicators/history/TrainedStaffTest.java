package mx.trayecto.indicators.history;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.indicators.achievement.Api;
import mx.trayecto.platform.testing.TrayectoTest;

import static mx.trayecto.indicators.history.DeliveriesAndCollectivesTest.framework;
import static mx.trayecto.indicators.history.DeliveriesAndCollectivesTest.indicator;
import static mx.trayecto.indicators.history.DeliveriesAndCollectivesTest.total;
import static mx.trayecto.indicators.history.DeliveriesAndCollectivesTest.values;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Officials who are known by name count once, whatever they are trained in, and apart from the heads of activities. */
@QuarkusTest
@TrayectoTest
class TrainedStaffTest {
    private final Story story = new Story(UUID.randomUUID());
    private final UUID agreement = UUID.randomUUID();

    private void qualification(UUID id, UUID staff, String sex, String kind, Integer hours, boolean mistaken) {
        story.tell(
                        Story.ACTIVITIES,
                        mistaken ? "qualification.corrected" : "qualification.recorded",
                        id,
                        "qualification",
                        id)
                .with("staff", staff)
                .with("staffKind", "official")
                .with("sex", sex)
                .with("organization", UUID.randomUUID())
                .with("agreement", agreement)
                .with("kind", kind)
                .with("standard", "EC0539")
                .with("on", "2023-05-04")
                .with("hours", hours)
                .with("mistaken", mistaken);
    }

    /** The folio of a certificate is not told, nor in what exactly: how many, for how long and of which sex is. */
    @Test
    void countsWhoWasTrainedAndWhoWasCertified() throws SQLException {
        Wire.topics();
        UUID both = UUID.randomUUID();
        UUID his = UUID.randomUUID();
        UUID he = UUID.randomUUID();
        qualification(UUID.randomUUID(), both, "female", "training", 20, false);
        qualification(UUID.randomUUID(), both, "female", "training", 8, false);
        qualification(UUID.randomUUID(), both, "female", "certification", null, false);
        qualification(UUID.randomUUID(), UUID.randomUUID(), "female", "training", 20, false);
        qualification(his, he, "male", "training", 20, false);
        UUID activity = UUID.randomUUID();
        ArrayNode heads = JsonNodeFactory.instance.arrayNode();
        heads.addObject().put("sex", "all").put("count", 40).put("qualifier", "exact");
        story.tell(Story.ACTIVITIES, "training.reported", activity, "activity", activity)
                .with("kind", "training")
                .with("audience", "officials")
                .with("startsOn", "2023-05-04")
                .with("headcounts", heads);
        Wire.send(story.told());
        Wire.await(story);
        Api api = new Api(story.tenant);
        String framework = framework(api);
        String trained = counted(api, framework, "T.1", "persons", "training");
        String trainings = counted(api, framework, "T.2", "records", "training");
        String certified = counted(api, framework, "T.3", "persons", "certification");
        String hours = api.make("/v1/indicators", """
                {"framework":"%s","result":"1","code":"T.4","title":{"es":"Horas"},"measureKind":"hours",
                 "countingBasis":"hours","measure":{"type":"sum","of":"staff-training-hours",
                   "where":{"audience":"officials","kind":"training"}}}""".formatted(framework));
        assertEquals(3, total(api, trained, "2023"));
        assertEquals(4, total(api, trainings, "2023"));
        assertEquals(1, total(api, certified, "2023"));
        assertEquals(68, total(api, hours, "2023"));
        assertEquals(2, bySex(api, trained, "female"));
        assertEquals(1, bySex(api, trained, "male"));

        int before = story.told().size();
        qualification(his, he, "male", "training", 20, true);
        Wire.send(story.told().subList(before, story.told().size()));
        Wire.await(story);
        assertEquals(2, total(api, trained, "2023"));
        assertEquals(48, total(api, hours, "2023"));
        assertEquals(List.of(), Recount.differences(story.tenant));
    }

    private static String counted(Api api, String framework, String code, String basis, String kind) {
        return indicator(api, framework, code, """
                {"type":"count","of":"staff-trained","basis":"%s","where":{"audience":"officials","kind":"%s"}}""".formatted(basis, kind));
    }

    private static int bySex(Api api, String indicator, String sex) {
        return values(api, indicator, "2023", "&by=sex").getInt("cells.find { it.key == '" + sex + "' }.value");
    }
}
