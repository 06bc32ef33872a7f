package mx.trayecto.local.demo;

/**
 * Where a write stands in the topics: {@code topic/key/epoch.sequence}, as Trayecto-Position tells it.
 *
 * @param subject topic and key
 */
record Position(String subject, int epoch, long sequence) {
    static Position of(String text) {
        int slash = text.lastIndexOf('/');
        String[] place = text.substring(slash + 1).split("\\.");
        return new Position(text.substring(0, slash), Integer.parseInt(place[0]), Long.parseLong(place[1]));
    }

    Position later(Position other) {
        boolean first = epoch == other.epoch ? sequence > other.sequence : epoch > other.epoch;
        return first ? this : other;
    }

    @Override
    public String toString() {
        return subject + "/" + epoch + "." + sequence;
    }
}
