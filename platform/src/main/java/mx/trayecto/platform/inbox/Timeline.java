package mx.trayecto.platform.inbox;

import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;

/**
 * Which events of an aggregate hold after its producer was restored: those on the way back from the newest, each naming
 * its predecessor by epoch and sequence. All others are void. The topic alone decides it, so that a consumer that was
 * there and one that reads the topic anew come to the same.
 */
final class Timeline {
    private record Place(int epoch, long sequence) {}

    private Timeline() {}

    /**
     * The events that hold, oldest first.
     *
     * @param history what the topic holds of the aggregate, in any order
     * @throws UnreadableEvent where an event on the way is missing
     */
    static List<Received> upTo(Received newest, List<Received> history) {
        Map<Place, Received> known = new HashMap<>();
        history.forEach(received -> known.putIfAbsent(
                new Place(received.event().epoch(), received.event().sequence()), received));
        LinkedList<Received> holding = new LinkedList<>(List.of(newest));
        while (holding.getFirst().event().sequence() != 1) {
            Received after = holding.getFirst();
            Place before = new Place(after.previousEpoch(), after.event().sequence() - 1);
            if (!known.containsKey(before)) {
                throw new UnreadableEvent(
                        "gap: %d.%d is not in the topic".formatted(before.epoch(), before.sequence()));
            }
            holding.addFirst(known.get(before));
        }
        return holding;
    }
}
