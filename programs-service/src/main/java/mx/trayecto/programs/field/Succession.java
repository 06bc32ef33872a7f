package mx.trayecto.programs.field;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

import mx.trayecto.platform.problem.ProblemException;

/** What takes the place of something that was before: a programme under another name, an agreement that is renewed. */
public final class Succession {
    private Succession() {}

    /**
     * None takes the place of itself, through others either.
     *
     * @param succeeded whose place it takes; null where none's
     * @param before whose place another takes; null where none's
     * @throws ProblemException 422
     */
    public static void refuseCircle(UUID self, UUID succeeded, UnaryOperator<UUID> before) {
        Set<UUID> met = new HashSet<>(Set.of(self));
        for (UUID id = succeeded; id != null; id = before.apply(id)) {
            if (!met.add(id)) {
                throw new References()
                        .refuse(
                                "/succeeds",
                                "succession-cycle",
                                "se sucede a sí mismo, directamente o a través de otros",
                                "succeeds itself, directly or through others")
                        .refusal();
            }
        }
    }
}
