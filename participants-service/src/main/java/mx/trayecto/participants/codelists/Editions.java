package mx.trayecto.participants.codelists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import mx.trayecto.platform.storage.Sql;

/** Editions of lists that are loaded. They are added, never changed. Every call runs in the caller's transaction. */
@ApplicationScoped
class Editions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<CodeList.Entry>> ENTRIES = new TypeReference<>() {};

    /** An edition. */
    record Edition(int version, List<CodeList.Entry> codes) {}

    @Inject
    Sql sql;

    Optional<Edition> latest(String list) {
        return sql.first(
                "SELECT version, codes FROM code_list_edition WHERE list = ? ORDER BY version DESC LIMIT 1",
                row -> new Edition(row.getInt(1), codes(row, 2)),
                list);
    }

    Optional<List<CodeList.Entry>> find(String list, int version) {
        return sql.first(
                "SELECT codes FROM code_list_edition WHERE list = ? AND version = ?",
                row -> codes(row, 1),
                list,
                version);
    }

    /** One at a time for whoever adds editions of a list, until the commit. */
    void lock(String list) {
        sql.execute("SELECT pg_advisory_xact_lock(hashtextextended(?, 1))", "code-list\n" + list);
    }

    void add(String list, Edition edition) {
        sql.list("SELECT set_config('app.loading', 'code-list', true)", row -> null);
        sql.execute(
                "INSERT INTO code_list_edition (list, version, codes) VALUES (?, ?, ?::jsonb)",
                list,
                edition.version(),
                text(edition.codes()));
        sql.list("SELECT set_config('app.loading', '', true)", row -> null);
    }

    private static List<CodeList.Entry> codes(ResultSet row, int column) throws SQLException {
        try {
            return JSON.readValue(row.getString(column), ENTRIES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored edition cannot be read", e);
        }
    }

    private static String text(List<CodeList.Entry> codes) {
        try {
            return JSON.writeValueAsString(codes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an edition cannot be written", e);
        }
    }
}
