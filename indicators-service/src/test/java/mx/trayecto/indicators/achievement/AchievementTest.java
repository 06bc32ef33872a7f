package mx.trayecto.indicators.achievement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import mx.trayecto.platform.text.Bilingual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AchievementTest {
    @ParameterizedTest
    @CsvSource({
        "2, 1, 200, Meta rebasada",
        "91, 70, 130, Meta rebasada",
        "55, 70, 79, 79%",
        "91, 100, 91, 91%",
        "40, 36, 111, Meta rebasada",
        "6, 6, 100, Meta lograda",
        "0, 70, 0, 0%",
        "20.0, 20, 100, Meta lograda",
        "5033, 5000, 101, Meta rebasada",
        "996, 1000, 99.6, 99.6%",
        "999999, 1000000, 99.9, 99.9%",
        "1000001, 1000000, 100.1, Meta rebasada"
    })
    void isActualByTargetAndNeverRoundedOntoTheTarget(String actual, String target, String percent, String label) {
        Achievement reached =
                Achievement.of(new BigDecimal(actual), new BigDecimal(target)).orElseThrow();
        assertEquals(percent, reached.percent().toPlainString());
        assertEquals(label, reached.label().es());
    }

    @Test
    void isUnknownWhereTheTargetIsZero() {
        assertTrue(Achievement.of(BigDecimal.ONE, BigDecimal.ZERO).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "Meta rebasada (1 centro adicional - CJM Tlajomulco - inició la implementación de SCE), EXCEEDED",
        "META LOGRADA, ACHIEVED",
        "91%, BELOW",
        "'43,7 %', BELOW"
    })
    void aDeclaredLabelIsUnderstood(String label, Logro said) {
        assertEquals(Optional.of(said), Logro.said(new Bilingual(label, null)));
    }

    @Test
    void aLabelInOtherWordsIsNotGuessedAt() {
        assertEquals(Optional.empty(), Logro.said(new Bilingual("En proceso", null)));
    }

    @Test
    void declaredAndComputedDifferWhereTheyDifferAndNowhereElse() {
        Achievement computed =
                Achievement.of(BigDecimal.valueOf(55), BigDecimal.valueOf(70)).orElseThrow();
        Declared declared = new Declared(
                new Actual(Actual.Source.REPORTED, BigDecimal.valueOf(91), null, null, null, null),
                null,
                new Bilingual("Meta rebasada", null));
        Discrepancy found = Discrepancy.between(BigDecimal.valueOf(55), computed, declared, null)
                .orElseThrow();
        assertEquals(List.of("actual", "label"), found.fields());
    }

    @Test
    void aDeclaredPercentIsComparedAtItsOwnPrecision() {
        Achievement computed =
                Achievement.of(BigDecimal.valueOf(40), BigDecimal.valueOf(36)).orElseThrow();
        Declared same = new Declared(null, new BigDecimal("111.1"), null);
        Declared other = new Declared(null, new BigDecimal("112"), null);
        assertTrue(Discrepancy.between(BigDecimal.valueOf(40), computed, same, null)
                .isEmpty());
        assertEquals(
                List.of("percent"),
                Discrepancy.between(BigDecimal.valueOf(40), computed, other, null)
                        .orElseThrow()
                        .fields());
    }
}
