package mx.trayecto.indicators.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.platform.inbox.InboxEvent;
import mx.trayecto.platform.inbox.UnreadableEvent;

/** Fields of an event, read strictly: what is missing or broken sets the event aside and is told by name only. */
final class EventData {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private final JsonNode data;

    private EventData(JsonNode data) {
        this.data = data;
    }

    static EventData of(InboxEvent event) {
        if (event.data() == null || !event.data().isObject()) {
            throw new UnreadableEvent("data is no object");
        }
        return new EventData(event.data());
    }

    static EventData of(JsonNode object) {
        return new EventData(object);
    }

    /** Required. */
    UUID id(String field) {
        return required(field, optionalId(field));
    }

    UUID optionalId(String field) {
        return read(field, UUID::fromString, (id, text) -> id.toString().equalsIgnoreCase(text));
    }

    /** Required. */
    LocalDate date(String field) {
        return required(field, optionalDate(field));
    }

    LocalDate optionalDate(String field) {
        return read(field, LocalDate::parse, (date, text) -> !date.isBefore(EARLIEST) && date.isBefore(LATEST));
    }

    private <T> T read(String field, Function<String, T> reading, BiPredicate<T, String> sound) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            T read = reading.apply(text);
            if (sound.test(read, text)) {
                return read;
            }
        } catch (IllegalArgumentException | DateTimeException notOne) {
            // told below
        }
        throw broken(field);
    }

    /** Required. */
    String code(String field) {
        return required(field, optionalCode(field));
    }

    String optionalCode(String field) {
        String text = text(field);
        if (text != null && !CODE.matcher(text).matches()) {
            throw broken(field);
        }
        return text;
    }

    /** Hours or heads, to hundredths as facts keep them, so that cells add up to the same: null is unknown. */
    BigDecimal quantity(String field) {
        JsonNode value = data.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isNumber()
                || value.decimalValue().signum() < 0
                || value.decimalValue().precision() - value.decimalValue().scale() > 12) {
            throw broken(field);
        }
        BigDecimal kept = value.decimalValue().setScale(2, RoundingMode.HALF_UP);
        if (kept.precision() > 14) { // rounded up to one digit more
            throw broken(field);
        }
        return kept;
    }

    /** An amount as decimal text; null is unknown. */
    BigDecimal money(String field) {
        String text = text(field);
        if (text != null && !text.matches("\\d{1,12}(\\.\\d{1,2})?")) {
            throw broken(field);
        }
        return text == null ? null : new BigDecimal(text).setScale(2);
    }

    /** Required. */
    boolean flag(String field) {
        JsonNode value = data.path(field);
        if (!value.isBoolean()) {
            throw broken(field);
        }
        return value.booleanValue();
    }

    Integer number(String field) {
        JsonNode value = data.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            throw broken(field);
        }
        return value.intValue();
    }

    String text(String field) {
        JsonNode value = data.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.textValue().indexOf('\0') >= 0) {
            throw broken(field);
        }
        return value.textValue();
    }

    JsonNode node(String field) {
        return data.path(field);
    }

    static UnreadableEvent broken(String field) {
        return new UnreadableEvent("field " + field + " is missing or broken");
    }

    private static <T> T required(String field, T value) {
        if (value == null) {
            throw broken(field);
        }
        return Objects.requireNonNull(value);
    }
}
