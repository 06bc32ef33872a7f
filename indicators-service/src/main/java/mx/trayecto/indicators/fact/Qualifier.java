package mx.trayecto.indicators.fact;

import java.util.EnumSet;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a number was stated: sources print "more than 2,000", "up to 40%". */
@Schema(name = "StatedQualifier")
public enum Qualifier {
    @JsonProperty("exact")
    EXACT("exact"),
    @JsonProperty("at-least")
    AT_LEAST("at-least"),
    @JsonProperty("about")
    ABOUT("about"),
    @JsonProperty("at-most")
    AT_MOST("at-most");

    private final String code;

    Qualifier(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Qualifier of(String code) {
        for (Qualifier qualifier : values()) {
            if (qualifier.code.equals(code)) {
                return qualifier;
            }
        }
        return null;
    }

    /** What the sum of two numbers may say of itself. */
    public Qualifier plus(Qualifier other) {
        Set<Qualifier> both = EnumSet.of(this, other);
        return ofSum(both.contains(AT_LEAST), both.contains(ABOUT), both.contains(AT_MOST));
    }

    /** What a sum may say of itself: one open side stays open, both open sides leave only "about". */
    public static Qualifier ofSum(boolean anyAtLeast, boolean anyAbout, boolean anyAtMost) {
        if (anyAbout || anyAtLeast && anyAtMost) {
            return ABOUT;
        }
        return anyAtLeast ? AT_LEAST : anyAtMost ? AT_MOST : EXACT;
    }
}
