package mx.trayecto.platform.problem;

/** One kind of problem: a stable code that clients branch on, its HTTP status and its title. Implemented by enums. */
public interface ProblemType {
    /** Stable, kebab-case; the last segment of the problem's {@code type}. */
    String code();

    int status();

    /** Title in Spanish. */
    String es();

    /** Title in English. */
    String en();
}
