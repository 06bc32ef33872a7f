package mx.trayecto.gateway.contract.build;

import java.io.IOException;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;

/** Reads and writes OpenAPI documents as trees, so that nothing a library does not know gets lost on the way. */
final class Documents {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .stringQuotingChecker(new Quotes())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Documents() {}

    static ObjectNode read(Path yaml) throws IOException {
        return (ObjectNode) YAML.readTree(yaml.toFile());
    }

    static void writeYaml(ObjectNode document, Path file) throws IOException {
        YAML.writeValue(file.toFile(), document);
    }

    static void writeJson(ObjectNode document, Path file) throws IOException {
        JSON.writeValue(file.toFile(), document);
    }

    /** Quotes what begins like a number too: readers of YAML 1.1 take a bare {@code 2024-06-03} for a timestamp. */
    private static final class Quotes extends StringQuotingChecker.Default {
        @Override
        public boolean needToQuoteValue(String value) {
            return super.needToQuoteValue(value)
                    || (!value.isEmpty() && "0123456789+-.=".indexOf(value.charAt(0)) >= 0);
        }
    }
}
