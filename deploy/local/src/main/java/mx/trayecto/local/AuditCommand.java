package mx.trayecto.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * {@code audit verify}: lets every service check the chain that its audit is sealed in, of every tenant, and holds it
 * against the newest seals of the time before, which are kept in a file: so a chain that was cut off is found too. Status
 * 1 where anything is not as the services left it.
 */
record AuditCommand(CommandLine line, Home home, PortTable ports) {

    private static final String PATH = "/internal/audit";

    /** What was found of one chain. */
    private record Found(long entries, long seals, long pending, List<String> breaks, JsonNode head) {}

    int execute() {
        if (!line.words().equals(List.of("verify"))) {
            throw new CommandLine.Misuse("Say ./suite audit verify.");
        }
        var heads = read();
        var token = Operations.token(home, "audit");
        var whole = true;
        for (var service : services()) {
            var operations = new Operations(service, ports.of(service), token);
            for (var tenant : tenants(operations, heads)) {
                whole &= verify(operations, tenant, heads);
            }
        }
        write(heads);
        Terminal.say(
                whole
                        ? "Nothing was changed, removed or added. The newest seals are kept in %s.".formatted(file())
                        : "The audit is not as the services left it: see above.");
        return whole ? 0 : 1;
    }

    private boolean verify(Operations operations, String tenant, Properties heads) {
        var name = operations.service() + "/" + tenant;
        var found = check(operations, tenant, heads.getProperty(name));
        Terminal.say("%s, tenant %s: %d entries under %d seals%s, %s"
                .formatted(
                        operations.service(),
                        tenant,
                        found.entries(),
                        found.seals(),
                        found.pending() == 0 ? "" : " and " + found.pending() + " not sealed yet",
                        found.breaks().isEmpty() ? "whole." : "broken:"));
        found.breaks().forEach(each -> Terminal.say("  " + each));
        if (found.breaks().stream().anyMatch(each -> each.startsWith("head-lost"))) {
            Terminal.say("  The newest seal of the last check is gone. After a restore of this service that is so: what"
                    + " was written since the backup is lost. Take the line out of " + file() + " then.");
        } else if (!found.head().isMissingNode()) {
            heads.setProperty(
                    name,
                    found.head().path("number").asText() + " "
                            + found.head().path("seal").asText());
        }
        return found.breaks().isEmpty();
    }

    private static Found check(Operations operations, String tenant, String kept) {
        var breaks = new LinkedHashSet<String>();
        var entries = 0L;
        var pending = 0L;
        var after = 0L;
        while (true) {
            var part = operations.get(PATH + "/" + tenant + "?after=" + after
                    + (kept == null ? "" : "&number=" + kept.replace(" ", "&seal=")));
            part.path("breaks").forEach(each -> breaks.add(sentence(each)));
            entries += part.path("entries").asLong();
            pending += part.path("pending").asLong();
            if (!part.has("next")) {
                return new Found(entries, part.path("to").asLong(), pending, List.copyOf(breaks), part.path("head"));
            }
            after = part.path("next").asLong();
        }
    }

    private static String sentence(JsonNode found) {
        return found.path("kind").asText()
                + (found.has("entry") ? ", entry " + found.path("entry").asText() : "")
                + (found.has("seal") ? ", seal " + found.path("seal").asText() : "");
    }

    /** Those of which the service knows, and those of which it did. */
    private static Set<String> tenants(Operations operations, Properties heads) {
        var tenants = new LinkedHashSet<String>();
        operations.get(PATH).path("tenants").forEach(tenant -> tenants.add(tenant.asText()));
        var prefix = operations.service() + "/";
        heads.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .sorted()
                .forEach(name -> tenants.add(name.substring(prefix.length())));
        return tenants;
    }

    private List<PartName> services() {
        var chosen = line.option("service").map(PartName::of).map(List::of).orElse(ReconcileCommand.SERVICES);
        if (!ReconcileCommand.SERVICES.containsAll(chosen)) {
            throw new CommandLine.Misuse(
                    "Only " + Terminal.list(ReconcileCommand.SERVICES) + " have an audit of their own.");
        }
        return chosen;
    }

    /** Beside the data, so that it goes with them, unless another place was named. */
    private Path file() {
        return line.option("heads").map(Path::of).orElse(home.data("audit-heads.properties"));
    }

    private Properties read() {
        var heads = new Properties();
        if (Files.exists(file())) {
            try (var reader = Files.newBufferedReader(file())) {
                heads.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return heads;
    }

    private void write(Properties heads) {
        PrivateFile.replace(
                file().toAbsolutePath(),
                PrivateFile.text("The newest seal of each audit that was checked: number, seal", heads));
    }
}
