package mx.trayecto.platform.outbox;

import java.util.List;

/** Tells which topics this service owns; they are made when it starts. */
public interface Publishes {
    List<Topic> topics();
}
