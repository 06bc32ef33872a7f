package mx.trayecto.proof.fault;

import java.nio.file.Path;

import mx.trayecto.proof.Options;
import mx.trayecto.proof.stack.Stack;

/** The promises that this program proves, by their numbers. */
public final class Faults {
    private Faults() {}

    public static Fault of(String promise, Stack stack, Options options, Path target) {
        return switch (promise) {
            case "R1" -> new Kills(stack, options, target);
            case "R2" -> new StoppedRelay(stack, options, target);
            case "R3" -> new Consumers(stack, options, target);
            case "R4" -> new Rebuild(stack, options, target);
            case "R8" -> new Poison(stack, options, target);
            case "R9" -> new CutOffImport(stack, options);
            case "R11" -> new Outages(stack, options, target);
            case "R12" -> new Restores(stack, options, target);
            case "consent" -> new Withdrawals(stack, options, target);
            case "access" -> new Archives(stack, options, target);
            default -> throw new IllegalArgumentException(promise);
        };
    }
}
