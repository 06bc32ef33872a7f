package mx.trayecto.platform.problem;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;

/** Reads a value from text of one form only: the libraries would also take arrays, numbers, Base64 and blanks. */
final class StrictText<T> extends StdScalarDeserializer<T> {
    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
    private static final String TIME = "\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?";

    private final transient Pattern form;
    private final transient Function<String, T> reading;

    private StrictText(Class<T> type, String form, Function<String, T> reading) {
        super(type);
        this.form = Pattern.compile(form);
        this.reading = reading;
    }

    /** Dates and times as ISO 8601 and RFC 3339 write them, ids as RFC 9562 does. */
    static SimpleModule module() {
        SimpleModule module = new SimpleModule("strict-text");
        add(module, LocalDate.class, DATE, LocalDate::parse);
        add(module, LocalTime.class, TIME, LocalTime::parse);
        add(
                module,
                Instant.class,
                DATE + "T" + TIME + "(Z|[+-]\\d{2}:\\d{2})",
                text -> OffsetDateTime.parse(text).toInstant());
        add(module, UUID.class, "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", UUID::fromString);
        return module;
    }

    private static <T> void add(SimpleModule module, Class<T> type, String form, Function<String, T> reading) {
        module.addDeserializer(type, new StrictText<>(type, form, reading));
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return type().cast(context.handleUnexpectedToken(handledType(), parser));
        }
        String text = parser.getText();
        if (form.matcher(text).matches()) {
            try {
                return reading.apply(text);
            } catch (DateTimeException noSuchDay) {
                // told below, like any other text that is none
            }
        }
        return type().cast(context.handleWeirdStringValue(handledType(), text, "not of the form"));
    }

    @SuppressWarnings("unchecked")
    private Class<T> type() {
        return (Class<T>) handledType();
    }
}
