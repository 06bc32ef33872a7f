package mx.trayecto.proof.ledger;

/**
 * A write and what became of it as its client knows.
 *
 * @param acknowledgement null where none came before the client gave up
 */
public record Entry(Write write, Acknowledgement acknowledgement) {

    public boolean acknowledged() {
        return acknowledgement != null;
    }
}
