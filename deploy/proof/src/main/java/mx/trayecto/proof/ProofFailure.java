package mx.trayecto.proof;

/** A proof that could not be carried through; its message is for the person who started it. */
public final class ProofFailure extends RuntimeException {
    public ProofFailure(String message) {
        super(message);
    }

    public ProofFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
