package mx.trayecto.local;

import java.util.EnumMap;
import java.util.Map;

/** Looks after a running stack: reports what dies, keeps the rest running, and ends when everything is stopped. */
final class Watch {

    private static final long EVERY_MILLIS = 500;

    private enum Seen {
        UP,
        DEAD,
        STOPPED
    }

    private final Stack stack;
    private final Map<PartName, Seen> seen = new EnumMap<>(PartName.class);

    Watch(Stack stack) {
        this.stack = stack;
        stack.parts().forEach(part -> seen.put(part.name(), look(part)));
    }

    void untilStopped() {
        while (seen.values().stream().anyMatch(state -> state != Seen.STOPPED)) {
            try {
                Thread.sleep(EVERY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            stack.parts().forEach(this::report);
        }
    }

    private void report(Part part) {
        var now = look(part);
        if (seen.put(part.name(), now) == now || stack.stopping()) {
            return;
        }
        switch (now) {
            case UP -> Terminal.say(part.name() + " runs again.");
            case STOPPED -> Terminal.say(part.name() + " was stopped.");
            case DEAD ->
                Terminal.say("%s died; the other parts go on. Bring it back with ./suite start %s. %s"
                        .formatted(
                                part.name(),
                                part.name(),
                                LogTail.fromTheBeginning(part.log()).text()));
        }
    }

    private static Seen look(Part part) {
        if (part.running().isPresent()) {
            return Seen.UP;
        }
        return part.pid().isPresent() ? Seen.DEAD : Seen.STOPPED;
    }
}
