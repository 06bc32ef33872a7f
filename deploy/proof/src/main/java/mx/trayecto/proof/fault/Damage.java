package mx.trayecto.proof.fault;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import mx.trayecto.proof.ProofFailure;
import mx.trayecto.proof.stack.Stack;

/** Harm done to the real databases after the load, to show that each check is able to fail. */
public enum Damage {
    /** One acknowledged completion is gone. */
    LOSE_ROW("programs") {
        @Override
        List<String> statements(UUID tenant) {
            return List.of("DELETE FROM completion WHERE (tenant_id, id) IN"
                    + " (SELECT tenant_id, id FROM completion WHERE tenant_id = '" + tenant + "' LIMIT 1)");
        }
    },
    /** One write was carried out twice. */
    DOUBLE_WRITE("programs") {
        @Override
        List<String> statements(UUID tenant) {
            return List.of("INSERT INTO audit_entry (tenant_id, subject, client, organization, action, resource_id,"
                    + " trace_id) SELECT tenant_id, subject, client, organization, action, resource_id, trace_id"
                    + " FROM audit_entry WHERE tenant_id = '" + tenant + "' AND action = 'enrollParticipant' LIMIT 1");
        }
    },
    /** One event was marked as published and never sent. */
    LOSE_EVENT("programs") {
        @Override
        List<String> statements(UUID tenant) {
            return List.of("INSERT INTO outbox (tenant_id, topic, aggregate_id, epoch, sequence, event_id, type, data,"
                    + " published_at) SELECT tenant_id, topic, aggregate_id, epoch, sequence + 1000, gen_random_uuid(),"
                    + " type, data, now() FROM outbox WHERE tenant_id = '" + tenant + "' LIMIT 1");
        }
    },
    /** One fact is gone from the figures, cells and all that hangs on it left as they were. */
    LOSE_FACT("indicators") {
        @Override
        List<String> statements(UUID tenant) {
            return List.of("UPDATE fact SET live = false WHERE (tenant_id, subject, kind, item) IN (SELECT tenant_id,"
                    + " subject, kind, item FROM fact WHERE tenant_id = '" + tenant + "' AND live LIMIT 1)");
        }
    },
    /** One cell counts one too many. */
    SKEW_CELL("indicators") {
        @Override
        List<String> statements(UUID tenant) {
            return List.of("UPDATE cell SET members = members + 1 WHERE tenant_id = '" + tenant
                    + "' AND counted = 'enrolled' AND dimension = 'cohort' AND grain = 'all'");
        }
    },
    /** What differs after a restore is left as it is. */
    SKIP_REPAIR("programs") {
        @Override
        List<String> statements(UUID tenant) {
            return List.of();
        }
    };

    private final String database;

    Damage(String database) {
        this.database = database;
    }

    /** Behind everybody's back: the checks have to find it. */
    void harm(Stack stack, UUID tenant) {
        try (Connection connection = stack.database(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements(tenant)) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new ProofFailure("the damage could not be done: " + e.getMessage(), e);
        }
    }

    abstract List<String> statements(UUID tenant);

    /** By their names in lower case with hyphens, comma-separated; none for the empty list. */
    static List<Damage> named(String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(name -> Damage.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')))
                .toList();
    }

    /** As they are given on the command line. */
    public static String names() {
        return String.join(
                ", ",
                Arrays.stream(values())
                        .map(damage -> damage.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList());
    }
}
