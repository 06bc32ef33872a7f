package mx.trayecto.programs.field;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import mx.trayecto.platform.problem.ProblemException;

/** What takes the place of something that was before: a programme under another name, an agreement that is renewed. */
public final class Succession {
    private Succession() {}

    /**
     * The key in the federal budget that something goes on under: the one it is given, else that of what it takes the place
     * of from now on.
     *
     * @param given null where none is
     * @param succeeded whose place it takes; null where none's
     * @param before whose place it took until now; null where none's
     * @param keyOf the key that another is under; null where it is under none
     */
    public static String budgetKey(String given, UUID succeeded, UUID before, Function<UUID, String> keyOf) {
        boolean takesOver = given == null && succeeded != null && !succeeded.equals(before);
        return takesOver ? keyOf.apply(succeeded) : given;
    }

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
