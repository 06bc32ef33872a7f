package mx.trayecto.local;

import java.util.List;
import java.util.Optional;

/**
 * {@code redrive}: shows what the consuming services have parked and lets them apply it again, once the fault is mended.
 * Status 1 while something is left, or a service does not answer.
 */
record RedriveCommand(CommandLine line, Home home, PortTable ports) {

    private static final List<PartName> CONSUMING = ReconcileCommand.SERVICES;

    int execute() {
        var clear = true;
        var token = Operations.token(home, "redrive");
        for (var service : services()) {
            try {
                clear &= redrive(new ParkedEvents(new Operations(service, ports.of(service), token)));
            } catch (LocalStackException e) {
                Terminal.say(e.getMessage());
                clear = false;
            }
        }
        return clear ? 0 : 1;
    }

    private static boolean redrive(ParkedEvents parked) {
        var before = parked.list();
        if (before.isEmpty()) {
            Terminal.say("%s: nothing is parked.".formatted(parked.operations().service()));
            return true;
        }
        Terminal.say("%s: parked are".formatted(parked.operations().service()));
        before.forEach(RedriveCommand::tell);
        var outcome = parked.redrive();
        Terminal.say("%s: events applied now: %d, left: %d."
                .formatted(parked.operations().service(), outcome.applied(), outcome.left()));
        if (outcome.left() > 0) {
            Terminal.say("  left, and why:");
            parked.list().forEach(RedriveCommand::tell);
        }
        return outcome.left() == 0;
    }

    private static void tell(ParkedEvents.Subject subject) {
        Terminal.say("  %s, %s, tenant %s: %d since %s, as %s"
                .formatted(
                        subject.topic(),
                        subject.key() == null ? "no readable key (cannot be applied)" : subject.key(),
                        Optional.ofNullable(subject.tenant()).orElse("unknown"),
                        subject.records(),
                        subject.since(),
                        subject.reason()));
    }

    private List<PartName> services() {
        var given = line.option("service").map(PartName::of);
        given.filter(service -> !CONSUMING.contains(service)).ifPresent(service -> {
            throw new CommandLine.Misuse(
                    "The part " + service + " consumes no events, only " + Terminal.list(CONSUMING) + " do.");
        });
        return given.map(List::of).orElse(CONSUMING);
    }
}
