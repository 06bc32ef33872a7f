package mx.trayecto.indicators.achievement;

import java.math.BigDecimal;

import mx.trayecto.indicators.reported.ReportedValueView;
import mx.trayecto.platform.text.Bilingual;

/** What a person declared and another accepted; each part may be absent. */
record Declared(Actual actual, BigDecimal percent, Bilingual label) {
    static final Declared NOTHING = new Declared(null, null, null);

    static Declared of(ReportedValueView accepted) {
        return accepted == null
                ? NOTHING
                : new Declared(Actual.reported(accepted.value()), plain(accepted.percent()), accepted.label());
    }

    private static BigDecimal plain(BigDecimal percent) {
        return percent == null
                ? null
                : new BigDecimal(percent.stripTrailingZeros().toPlainString());
    }
}
