package mx.trayecto.platform.rows;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One row of a file.
 *
 * @param line where it begins in the file, from 1
 * @param cells whether the values are cells of a table: text by column, empty ones left out; otherwise they are JSON
 * @param fields the values by name
 */
public record Row(int line, boolean cells, ObjectNode fields) {}
