package mx.trayecto.platform.rows;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.problem.ProblemType;

/** A file that is refused as a whole, with the line that gives rise to doubt; never with what stands in it. */
public final class DoubtfulFile {
    static final ProblemType TYPE =
            new ProblemType(422, "doubtful-file", "El archivo no se puede importar", "The file cannot be imported");

    private DoubtfulFile() {}

    /** The problem; its pointer is {@code /} and the line. */
    public static ProblemException at(long line, String code, String es, String en) {
        return ProblemException.of(TYPE)
                .detail("Línea " + line + ": " + es + ".", "Line " + line + ": " + en + ".")
                .error("/" + line, code, es, en);
    }
}
