package mx.trayecto.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** All parts together: started in groups, stopped in the reverse sense. */
final class Stack {

    private final Map<PartName, Part> parts = new EnumMap<>(PartName.class);
    private final Set<PartName> starting = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    Stack(Checkout checkout, Home home, PortTable ports) {
        var environment = new ServiceEnvironment(home, ports);
        for (var name : PartName.values()) {
            var port = ports.of(name);
            var pidFile = home.run(name + ".pid");
            Program program = switch (name) {
                case POSTGRES ->
                    new PostgresProgram(
                            new PostgresDataDir(home.data("postgres")),
                            port,
                            () -> Secrets.of(home).passwords());
                case KAFKA -> new KafkaProgram(home.data("kafka"), port);
                default ->
                    new ServiceProgram(
                            name, port, Build.jar(checkout, name), pidFile, false, () -> environment.of(name));
            };
            parts.put(name, new Part(name, port, program, pidFile, home.log(name)));
        }
    }

    Collection<Part> parts() {
        return parts.values();
    }

    Part part(PartName name) {
        return parts.get(name);
    }

    List<PartName> notRunning() {
        return Arrays.stream(PartName.values())
                .filter(name -> part(name).running().isEmpty())
                .toList();
    }

    /** Whether anything of it does. */
    boolean runs() {
        return notRunning().size() < parts.size();
    }

    boolean stopping() {
        return stopping;
    }

    /**
     * Starts the given parts, each group when the one before it is ready. If one fails, those that this call started
     * are stopped again.
     */
    void start(Collection<PartName> names) {
        requireFreePorts(names);
        try {
            for (var group : PartName.START_ORDER) {
                var due = group.stream().filter(names::contains).toList();
                if (!due.isEmpty()) {
                    startTogether(due);
                }
            }
        } catch (LocalStackException e) {
            if (!stopping) {
                stop(names);
            }
            throw e;
        }
    }

    private void startTogether(List<PartName> names) {
        Terminal.say("Starting " + Terminal.list(names) + " ...");
        var since = System.nanoTime();
        var starts = new EnumMap<PartName, CompletableFuture<Void>>(PartName.class);
        for (var name : names) {
            starts.put(name, CompletableFuture.runAsync(() -> start(part(name), since), Thread::startVirtualThread));
        }
        while (!starts.isEmpty()) {
            try {
                CompletableFuture.anyOf(starts.values().toArray(CompletableFuture[]::new))
                        .get(10, TimeUnit.SECONDS);
                starts.values().removeIf(start -> start.isDone() && !start.isCompletedExceptionally());
            } catch (TimeoutException e) {
                Terminal.say("  still waiting for " + Terminal.list(starts.keySet()) + " (" + Terminal.since(since)
                        + "), see ./suite logs <name>");
            } catch (Exception e) {
                throw failure(e);
            }
        }
    }

    private void start(Part part, long since) {
        starting.add(part.name());
        try {
            if (stopping) {
                throw new LocalStackException("Being stopped.");
            }
            part.start();
        } finally {
            starting.remove(part.name());
        }
        Terminal.say("  %-13s ready on port %-5d after %s".formatted(part.name(), part.port(), Terminal.since(since)));
    }

    private static LocalStackException failure(Exception e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        var cause = e.getCause() instanceof CompletionException inner ? inner.getCause() : e.getCause();
        return cause instanceof LocalStackException known ? known : new LocalStackException(String.valueOf(cause), e);
    }

    /** Stops the given parts, also what another thread is starting of them at this moment. */
    void abandon(Collection<PartName> names) {
        stopping = true;
        do {
            stop(names);
            Daemon.pause();
        } while (!starting.isEmpty()
                || names.stream().anyMatch(name -> part(name).running().isPresent()));
    }

    void stop(Collection<PartName> names) {
        for (var group : PartName.STOP_ORDER) {
            var stops = new ArrayList<CompletableFuture<Void>>();
            for (var name : group) {
                if (names.contains(name)) {
                    stops.add(CompletableFuture.runAsync(() -> stop(part(name)), Thread::startVirtualThread));
                }
            }
            stops.forEach(CompletableFuture::join);
        }
    }

    private static void stop(Part part) {
        var ran = part.running().isPresent();
        var since = System.nanoTime();
        part.stop();
        if (ran) {
            Terminal.say("  %-13s stopped after %s".formatted(part.name(), Terminal.since(since)));
        }
    }

    void requireFreePorts(Collection<PartName> names) {
        for (var name : names) {
            if (Ports.taken(part(name).port())) {
                throw new LocalStackException(
                        "Port %d, for %s, is taken by another program: end that, or choose another port with --%s or %s."
                                .formatted(part(name).port(), name, name.portOption(), name.portVariable()));
            }
        }
    }
}
