package mx.trayecto.indicators.achievement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.text.Bilingual;

/**
 * Where what was declared is not what was computed: shown, never hidden.
 *
 * @param fields which of {@code actual}, {@code percent} and {@code label} differ
 * @param explanation why, in the words of the indicator's keeper; absent as long as nobody has explained it
 */
@Schema(name = "DeclaredDiscrepancy", description = "Where what was declared is not what was computed")
record Discrepancy(
        List<String> fields,
        BigDecimal computedActual,
        BigDecimal declaredActual,
        BigDecimal computedPercent,
        BigDecimal declaredPercent,
        Bilingual explanation) {

    /** Holds a computed actual and achievement, each of which may be missing, against what was declared. */
    static Optional<Discrepancy> between(
            BigDecimal actual, Achievement computed, Declared declared, Bilingual explanation) {
        List<String> fields = new ArrayList<>();
        BigDecimal declaredActual =
                declared.actual() == null ? null : declared.actual().number();
        if (actual != null && declaredActual != null && actual.compareTo(declaredActual) != 0) {
            fields.add("actual");
        }
        BigDecimal percent = computed == null ? null : computed.percent();
        if (percent != null && declared.percent() != null && !same(percent, declared.percent())) {
            fields.add("percent");
        }
        Optional<Logro> said = Logro.said(declared.label());
        if (computed != null && said.isPresent() && said.get() != computed.logro()) {
            fields.add("label");
        }
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Discrepancy(fields, actual, declaredActual, percent, declared.percent(), explanation));
    }

    /** The same at the precision at which the coarser of the two was told. */
    private static boolean same(BigDecimal computed, BigDecimal declared) {
        int scale = Math.min(
                Math.max(0, computed.stripTrailingZeros().scale()),
                Math.max(0, declared.stripTrailingZeros().scale()));
        return computed.setScale(scale, RoundingMode.HALF_UP).compareTo(declared.setScale(scale, RoundingMode.HALF_UP))
                == 0;
    }
}
