package mx.trayecto.local;

/**
 * What happens on Ctrl-C, a closed terminal or a plain {@code kill} (SIGINT, SIGHUP, SIGTERM) while this is open. It
 * ends the JVM with status 0: it did as asked.
 */
final class OnInterrupt implements AutoCloseable {

    private final Thread hook;

    OnInterrupt(Runnable action) {
        hook = new Thread(() -> {
            try {
                action.run();
                System.out.flush();
            } finally {
                Runtime.getRuntime().halt(0);
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** From now on an exit is an ordinary one. If the interrupt has come first, it has the last word. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyRunning) {
            try {
                hook.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
