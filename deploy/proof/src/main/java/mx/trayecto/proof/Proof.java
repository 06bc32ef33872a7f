package mx.trayecto.proof;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import mx.trayecto.proof.fault.Faults;
import mx.trayecto.proof.stack.Stack;
import mx.trayecto.proof.stack.SuiteScript;

/**
 * Starts the whole suite on a folder of its own, does it harm under load, and counts what was lost, doubled, turned round
 * or miscounted. Exit status: 0 every promise kept, 1 not, 2 not understood.
 */
public final class Proof {
    private Proof() {}

    public static void main(String[] arguments) {
        Launch.of(arguments, Options::parse, Options::help, Proof::run);
    }

    private static boolean run(Options options) {
        Path root = Launch.root();
        Path target = Path.of(System.getProperty("trayecto.proof.target", root + "/deploy/proof/target/proof"));
        String sabotage = options.text("sabotage");
        Stack stack = new Stack(new SuiteScript(
                root,
                options.home(target),
                options.number("first-port"),
                sabotage.isEmpty() ? Map.of() : Map.of("TRAYECTO_SABOTAGE", sabotage)));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        Report.say("Seed %d (--seed repeats it). Starting the suite ...".formatted(options.seed()));
        List<Outcome> outcomes = new ArrayList<>();
        try {
            stack.run();
            stack.allowSabotage();
            for (String promise : options.only()) {
                Report.say(promise + " ...");
                Outcome outcome = Faults.of(promise, stack, options, target).prove();
                Report.write(outcome, options.seed(), target);
                outcomes.add(outcome);
            }
        } catch (ProofFailure e) {
            System.err.println("The proof stopped: " + e.getMessage());
            Report.table(outcomes);
            return false;
        }
        Report.table(outcomes);
        return outcomes.stream().allMatch(Outcome::kept) != options.expectsBroken();
    }
}
