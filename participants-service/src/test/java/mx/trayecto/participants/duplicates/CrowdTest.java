package mx.trayecto.participants.duplicates;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.trayecto.participants.People;
import mx.trayecto.participants.finding.Lookups;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Importing;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** More women than one token tells apart: all of a shelter's phone, of one name and of one year. */
@QuarkusTest
@TrayectoTest
class CrowdTest {
    private static final Logger LOG = Logger.getLogger(CrowdTest.class);
    private static final int CROWD = 260;
    private static final String SYLLABLES = "BACEDIFOGUHALEMINOPURASETIVOZU";

    private final UUID tenant = UUID.randomUUID();
    private final String coordinator = Tokens.coordinator(tenant);
    private String last;

    @Inject
    Lookups lookups;

    @Inject
    CurrentActor actor;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void crowd() throws Exception {
        StringBuilder file = new StringBuilder();
        for (int i = 1; i <= CROWD; i++) {
            file.append(row(i)).append('\n');
        }
        assertEquals(
                "done 260/260: 260 0 0 0",
                Importing.told(Importing.imported(
                        coordinator,
                        "/v1/participants/imports?sourceSystem=shelter",
                        "application/x-ndjson",
                        file.toString().getBytes(StandardCharsets.UTF_8))));
        Compared.all(tenant);
        last = Database.query(
                        "participants",
                        "SELECT participant_id FROM external_reference WHERE tenant_id = ? AND external_id = ?",
                        tenant,
                        "W-" + CROWD)
                .getFirst();
    }

    private String row(int i) throws JsonProcessingException {
        Map<String, Object> told =
                woman(i, i == CROWD ? "1990-12-31" : "1990-%02d-%02d".formatted(1 + i % 11, 1 + i % 28));
        told.put("secondSurname", surname(i));
        told.put("externalId", "W-" + i);
        return json.writeValueAsString(told);
    }

    private static Map<String, Object> woman(int i, String born) {
        Map<String, Object> told = new LinkedHashMap<>(People.woman());
        told.remove("secondSurname");
        told.put("givenName", "Nayeli");
        told.put("firstSurname", "Tzec");
        told.put("birthDate", born);
        told.put("phone", "951 555 0100");
        told.put("residence", Map.of("state", "20", "municipality", "20%03d".formatted(i)));
        return told;
    }

    private static String surname(int i) {
        int one = 2 * (i % 15);
        int two = 2 * (i / 15 % 15);
        int three = 2 * (i / 225);
        return SYLLABLES.substring(one, one + 2)
                + SYLLABLES.substring(two, two + 2)
                + SYLLABLES.substring(three, three + 2)
                + "N";
    }

    /** Another day of birth and no second surname: what the two share, the whole crowd does. */
    @Test
    void stillFindsTheWomanWhoWasRegisteredLast() throws Exception {
        String again = People.registered(coordinator, woman(CROWD, "1990-12-30"));
        Compared.all(tenant);
        assertEquals(
                List.of("open"),
                Database.query(
                        "participants",
                        "SELECT lower(status) FROM duplicate WHERE tenant_id = ? AND one_id IN (?, ?) AND other_id IN (?, ?)",
                        tenant,
                        UUID.fromString(last),
                        UUID.fromString(again),
                        UUID.fromString(last),
                        UUID.fromString(again)));
    }

    @Test
    void looksFirstAtThoseWithTheMostInCommonAndSaysThatThereAreMore() {
        Map<String, Object> told = woman(CROWD, "1990-12-30");
        told.put("secondSurname", surname(CROWD));
        UUID again = UUID.fromString(People.registered(coordinator, told));
        Compared.all(tenant);
        Lookups.Alike few = alike(again, 1);
        assertEquals(List.of(new Lookups.Pair(again, UUID.fromString(last))), few.pairs());
        assertEquals(Set.of(again), few.more());
        Lookups.Alike all = alike(again, CROWD);
        assertEquals(CROWD, all.pairs().size());
        assertTrue(all.more().isEmpty());
    }

    /** The phone alone would lead to the whole shelter. */
    @Test
    void leadsToNobodyByWhatTellsNobodyApart() {
        Map<String, Object> told = woman(1, "1975-06-08");
        told.put("givenName", "Refugio");
        told.put("firstSurname", "Quiroz");
        UUID guest = UUID.fromString(People.registered(coordinator, told));
        Compared.all(tenant);
        assertEquals(List.of(), alike(guest, CROWD).pairs());
    }

    /**
     * Rows of a file with the phone of the office: what all of them share costs none of them all others. It is 20 ms
     * that is promised with nothing beside it.
     */
    @ParameterizedTest
    @ValueSource(ints = {900, 4_700, 15_000})
    void costsLittleWhereThousandsShareAToken(int women) throws Exception {
        String phone = Database.query(
                        "participants",
                        "SELECT token FROM duplicate_token WHERE tenant_id = ? GROUP BY token ORDER BY count(*) DESC LIMIT 1",
                        tenant)
                .getFirst();
        Database.query("participants", """
                INSERT INTO participant
                SELECT n.*
                  FROM participant p CROSS JOIN generate_series(1, ?) AS which
                 CROSS JOIN LATERAL jsonb_populate_record(
                       p, jsonb_build_object('id', md5(p.id::text || which)::uuid)) AS n
                 WHERE p.tenant_id = ? AND p.id = ?""", women, tenant, UUID.fromString(last));
        Database.query("participants", "ANALYZE participant");
        Database.query("participants", """
                INSERT INTO duplicate_token (tenant_id, participant_id, token)
                SELECT p.tenant_id, p.id, t.token
                  FROM participant p
                 CROSS JOIN LATERAL (SELECT ?::bytea AS token
                                      UNION ALL
                                     SELECT decode(md5(p.id::text || own), 'hex')
                                       FROM generate_series(1, 9) AS own) AS t
                 WHERE p.tenant_id = ?
                ON CONFLICT DO NOTHING""", phone, tenant);
        Database.query("participants", "ANALYZE duplicate_token");
        List<UUID> batch = Database.query(
                        "participants",
                        "SELECT id FROM participant WHERE tenant_id = ? ORDER BY md5(id::text) LIMIT 100",
                        tenant)
                .stream()
                .map(UUID::fromString)
                .toList();
        alike(batch, CROWD);
        long began = System.nanoTime();
        alike(batch, CROWD);
        double each = (System.nanoTime() - began) / 1e6 / batch.size();
        LOG.infof("%d women with one token: %.2f ms a record", women, each);
        assertTrue(each < 20, each + " ms a record");
    }

    private Lookups.Alike alike(UUID record, int most) {
        return alike(List.of(record), most);
    }

    private Lookups.Alike alike(List<UUID> records, int most) {
        return actor.runAs(
                Actor.service("participants-service", tenant, "test"),
                () -> QuarkusTransaction.requiringNew().call(() -> lookups.alike(records, most)));
    }
}
