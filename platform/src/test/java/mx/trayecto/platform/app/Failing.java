package mx.trayecto.platform.app;

/** Lets a test have a process to which something happens while it applies events. */
public final class Failing {
    private Failing() {}

    /** @param error null for none any more */
    public static void with(Error error) {
        NoteCopies.failure = error;
    }
}
