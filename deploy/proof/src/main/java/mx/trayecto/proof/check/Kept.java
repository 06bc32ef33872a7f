package mx.trayecto.proof.check;

import java.util.Map;

/**
 * What the owners' databases keep of one tenant.
 *
 * @param deeds by trace and operation ({@code trace/operation}) how often the audit tells of it
 * @param resources by trace the resource that its audit entry names
 * @param rows by table and key ({@code enrollment/<id>}) what the row says
 */
public record Kept(Map<String, Integer> deeds, Map<String, String> resources, Map<String, String> rows) {

    /** Of attendance by session and enrolment, of completions by enrolment and module; of all else by id. */
    public static String key(String table, String... ids) {
        return table + "/" + String.join("/", ids);
    }
}
