package mx.trayecto.platform.app;

/** Lets a test have a consumer that cannot take back what it applied. */
public final class Forgetting {
    private Forgetting() {}

    public static void possible(boolean possible) {
        NoteCopies.forgetful = possible;
    }
}
