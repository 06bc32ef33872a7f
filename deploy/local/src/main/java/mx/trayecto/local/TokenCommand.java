package mx.trayecto.local;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code token}: prints a signed development token and nothing else, for use in scripts. */
record TokenCommand(CommandLine line, Home home) {

    int execute() {
        Terminal.say(token().sign(SigningKey.of(home)));
        return 0;
    }

    private Token token() {
        return new Token(
                required("tenant"),
                Role.of(required("role")),
                line.option("organization"),
                line.option("centers").map(TokenCommand::list).orElse(List.of()),
                line.option("source-system"),
                line.option("subject"),
                line.option("ttl").map(TokenCommand::duration).orElse(Token.WORKING_DAY));
    }

    private String required(String option) {
        return line.option(option)
                .orElseThrow(() -> new CommandLine.Misuse(
                        "A token needs --" + option + ", as in ./suite token --tenant sisemh --role coordinator."));
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).toList();
    }

    /** As ISO 8601 has it, {@code PT30M}, or shorter: {@code 30m}, {@code 8h}, {@code 90s}. */
    private static Duration duration(String text) {
        var upper = text.toUpperCase(Locale.ROOT);
        try {
            return Duration.parse(upper.startsWith("P") || upper.startsWith("-") ? upper : "PT" + upper);
        } catch (DateTimeParseException e) {
            throw new CommandLine.Misuse("--ttl is a duration such as 30m, 8h or PT90S, not " + text + ".");
        }
    }
}
