package mx.trayecto.platform.inbox;

/** An event that can never be applied; its reason goes to the dead-letter table, so it holds nothing personal. */
public class UnreadableEvent extends RuntimeException {
    public UnreadableEvent(String reason) {
        super(reason);
    }
}
