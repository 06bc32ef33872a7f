package mx.trayecto.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;

/** Which part listens on which port. */
record PortTable(Map<PartName, Integer> ports) {

    /** From the command line, else the environment, else the defaults. */
    static PortTable of(CommandLine line, Map<String, String> environment) {
        return read(name -> line.option(name.portOption()).orElse(environment.get(name.portVariable())));
    }

    /** Ports that nobody uses. */
    static PortTable free() {
        var ports = new HashSet<Integer>();
        while (ports.size() < PartName.values().length) {
            ports.add(Ports.free());
        }
        var next = ports.iterator();
        return read(name -> next.next().toString());
    }

    /** The ports that a stack was started with. */
    static PortTable load(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read(name -> properties.getProperty(name.toString()));
    }

    void save(Path file) {
        var properties = new Properties();
        ports.forEach((name, port) -> properties.setProperty(name.toString(), port.toString()));
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "Ports of the running stack");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int of(PartName name) {
        return ports.get(name);
    }

    private static PortTable read(Function<PartName, String> setting) {
        var ports = new EnumMap<PartName, Integer>(PartName.class);
        for (var name : PartName.values()) {
            var text = setting.apply(name);
            ports.put(name, text == null || text.isBlank() ? name.defaultPort() : parse(name, text));
        }
        if (new HashSet<>(ports.values()).size() < ports.size()) {
            throw new LocalStackException("Two parts are given the same port: " + ports + ".");
        }
        return new PortTable(ports);
    }

    private static int parse(PartName name, String text) {
        try {
            var port = Integer.parseInt(text.strip());
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new LocalStackException(
                "%s (or --%s) is not a port: %s".formatted(name.portVariable(), name.portOption(), text));
    }
}
