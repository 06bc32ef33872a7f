package mx.trayecto.participants.attributes;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What is known of a person in codes: nothing here says who she is, all of it may be counted. */
@Embeddable
public record Attributes(
        @Enumerated(EnumType.STRING) Gender gender,

        @Enumerated(EnumType.STRING) @Column(name = "civil_status")
        CivilStatus civilStatus,

        String state,
        String municipality,
        @Enumerated(EnumType.STRING) SelfIdentification indigenous,

        @Enumerated(EnumType.STRING) @Column(name = "afro_mexican")
        SelfIdentification afroMexican,

        Disability disability,

        @JdbcTypeCode(SqlTypes.ARRAY) @Column(columnDefinition = "text[]")
        List<String> languages,

        @Enumerated(EnumType.STRING) Schooling schooling,
        Boolean student,

        @Enumerated(EnumType.STRING) @Column(name = "income_activity")
        IncomeActivity incomeActivity,

        Boolean mother,
        @Column(name = "head_of_household") Boolean headOfHousehold,
        Integer dependants,
        @Enumerated(EnumType.STRING) Migration migration,

        @JdbcTypeCode(SqlTypes.ARRAY) @Enumerated(EnumType.STRING) @Column(columnDefinition = "text[]")
        List<Barrier> barriers) {

    /** Of its own, so that the stored history never depends on how answers are written. */
    private static final ObjectMapper JSON =
            new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY);

    public Attributes {
        indigenous = indigenous == null ? SelfIdentification.NOT_ASKED : indigenous;
        afroMexican = afroMexican == null ? SelfIdentification.NOT_ASKED : afroMexican;
        languages = languages == null ? List.of() : List.copyOf(languages);
        barriers = barriers == null ? List.of() : List.copyOf(barriers);
    }

    /** What is known, by the attribute's name in the contract. A question that was not asked is not known. */
    public Map<String, JsonNode> byName() {
        Map<String, JsonNode> known = new TreeMap<>();
        JSON.valueToTree(this).properties().forEach(field -> known.put(field.getKey(), field.getValue()));
        known.values().removeIf(value -> value.asText().equals("notAsked"));
        return known;
    }

    /** A value as the history keeps it, read back. */
    public static <T> T read(JsonNode value, Class<T> type) {
        return JSON.convertValue(value, type);
    }
}
