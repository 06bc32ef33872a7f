package mx.trayecto.indicators.measure;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** How a figure is computed from records: typed JSON, no code. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(Measure.Count.class),
    @JsonSubTypes.Type(Measure.Sum.class),
    @JsonSubTypes.Type(Measure.Ratio.class)
})
@Schema(
        description = "How a figure is computed from records",
        oneOf = {Measure.Count.class, Measure.Sum.class, Measure.Ratio.class},
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "count", schema = Measure.Count.class),
            @DiscriminatorMapping(value = "sum", schema = Measure.Sum.class),
            @DiscriminatorMapping(value = "ratio", schema = Measure.Ratio.class)
        })
public sealed interface Measure {
    /** A measure that gives one number by itself. */
    @JsonSubTypes({@JsonSubTypes.Type(Measure.Count.class), @JsonSubTypes.Type(Measure.Sum.class)})
    @Schema(
            name = "MeasurePart",
            description = "A measure that gives one number by itself",
            oneOf = {Count.class, Sum.class},
            discriminatorProperty = "type",
            discriminatorMapping = {
                @DiscriminatorMapping(value = "count", schema = Measure.Count.class),
                @DiscriminatorMapping(value = "sum", schema = Measure.Sum.class)
            })
    sealed interface Part extends Measure {
        /** The names under which the facts are counted; only a sum has more than one. */
        List<String> counted();

        Where where();
    }

    /**
     * How many.
     *
     * @param of what is counted
     * @param basis persons are distinct over everything that the filter and period let in
     */
    @JsonTypeName("count")
    @Schema(
            name = "CountMeasure",
            description = "How many; persons and enrolments are distinct, exactly",
            requiredProperties = {"type", "of", "basis"},
            properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "count"))
    record Count(
            @NotNull Countable of,
            @NotNull Basis basis,
            @Valid Where where) implements Part {
        public Count {
            where = where == null ? Where.ANY : where;
        }

        @Override
        public List<String> counted() {
            return of.counted(where);
        }
    }

    /** How much: hours, heads or money added up. */
    @JsonTypeName("sum")
    @Schema(
            name = "SumMeasure",
            description =
                    "How much: hours, heads or money of one currency added up; what is unknown leaves the sum at-least",
            requiredProperties = {"type", "of"},
            properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "sum"))
    record Sum(@NotNull Summable of, @Valid Where where) implements Part {
        public Sum {
            where = where == null ? Where.ANY : where;
        }

        @Override
        public List<String> counted() {
            return of.counted(where);
        }
    }

    /** A percentage, always with its numerator and denominator. */
    @JsonTypeName("ratio")
    @Schema(
            name = "RatioMeasure",
            description = "A percentage, always with its numerator and denominator",
            requiredProperties = {"type", "numerator", "denominator"},
            properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "ratio"))
    record Ratio(
            @NotNull @Valid Part numerator, @NotNull @Valid Part denominator) implements Measure {}
}
