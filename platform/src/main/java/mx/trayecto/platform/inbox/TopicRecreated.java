package mx.trayecto.platform.inbox;

/** A topic has been made anew under the same name: its offsets mean nothing here, so consuming stops until told. */
class TopicRecreated extends RuntimeException {
    TopicRecreated(String topic) {
        super("topic " + topic + " is not the one consumed before; consuming stops");
    }
}
