package mx.trayecto.local;

/** A failure that a person can act on: its message is one clear sentence, printed as it is. */
public final class LocalStackException extends RuntimeException {

    LocalStackException(String message) {
        super(message);
    }

    LocalStackException(String message, Throwable cause) {
        super(message, cause);
    }
}
