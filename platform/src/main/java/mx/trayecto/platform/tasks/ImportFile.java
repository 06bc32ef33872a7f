package mx.trayecto.platform.tasks;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import mx.trayecto.platform.rows.Format;

/**
 * A file that is imported.
 *
 * @param task the task's id; null before there is one
 * @param columns of a table; none of a file of JSON
 * @param options what the caller chose beside the file
 * @param dryRun whether nothing may remain of it
 */
public record ImportFile(UUID task, Format format, List<String> columns, Map<String, String> options, boolean dryRun) {}
