package mx.trayecto.platform.problem;

/**
 * One kind of problem (RFC 9457); each feature keeps its own as constants.
 *
 * @param status its HTTP status
 * @param code stable, kebab-case, what clients branch on; the last segment of the problem's {@code type}
 * @param es title in Spanish
 * @param en title in English
 */
public record ProblemType(int status, String code, String es, String en) {}
