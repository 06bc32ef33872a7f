package mx.trayecto.platform.rows;

import jakarta.ws.rs.core.MediaType;

/** How rows are written in a file. */
public enum Format {
    NDJSON,
    CSV;

    public static final String NDJSON_TYPE = "application/x-ndjson";
    public static final String CSV_TYPE = "text/csv";

    /** How long a file may be, in bytes: what a service takes of any body. */
    public static final int LARGEST = 50 * 1024 * 1024;

    /** Its media type, as an answer names it. */
    public String type() {
        return this == CSV ? CSV_TYPE + ";charset=UTF-8" : NDJSON_TYPE;
    }

    /** The format of a body; CSV where its type is not that of NDJSON. */
    public static Format of(MediaType type) {
        return type.getSubtype().equalsIgnoreCase("x-ndjson") ? NDJSON : CSV;
    }
}
