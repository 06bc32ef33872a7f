package mx.trayecto.local;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one call of the suite works on. */
record Session(CommandLine line, Checkout checkout, Home home, PortTable ports, Stack stack) {

    static Session open(CommandLine line, Map<String, String> environment) {
        var checkout = Checkout.find();
        var home = Home.open(checkout, Optional.ofNullable(environment.get("TRAYECTO_HOME")));
        var ports = PortTable.of(line, environment);
        var stack = new Stack(checkout, home, ports);
        // What runs, runs on the ports it was started with, whatever this terminal's environment says.
        if (stack.runs() && Files.exists(home.run("ports"))) {
            ports = PortTable.load(home.run("ports"));
            stack = new Stack(checkout, home, ports);
        }
        return new Session(line, checkout, home, ports, stack);
    }

    Foreground foreground() {
        return new Foreground(home.run("suite.pid"));
    }

    void build(List<PartName> names) {
        new Build(checkout, line.has("offline")).bringUpToDate(names);
    }

    void train(List<PartName> names) {
        new Training(checkout).bringUpToDate(names);
    }
}
