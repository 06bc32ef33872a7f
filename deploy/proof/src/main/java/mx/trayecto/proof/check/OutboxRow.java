package mx.trayecto.proof.check;

/** An event where it was written, in its producer's database. */
public record OutboxRow(
        String topic, String key, int epoch, long sequence, String id, String trace, boolean published) {

    String position() {
        return topic + "/" + key + "/" + epoch + "." + sequence;
    }
}
