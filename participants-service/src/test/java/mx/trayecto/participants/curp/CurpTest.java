package mx.trayecto.participants.curp;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CurpTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SABC560626MDFLRN01",
                "HEGG560427MVZRRL04",
                "BEML920313HMCLNS09",
                "PEGL890909MJCRMS08",
                "BOXW310820HNERXN09",
                "OXPL900101MOCXRR06",
                "GOMJ050315MJCNRNA0",
                "GOMJ050315XJCNRNA4",
                "PXDO900101MOCDRF00"
            })
    void acceptsValidCurps(String curp) {
        assertEquals(java.util.Set.of(), Curp.faults(curp));
        assertEquals(curp, Curp.of(" " + curp.toLowerCase() + " ").orElseThrow().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "BACA890909MJCRMS05, WORD",
        "PEGL891313MJCRMS06, DATE",
        "PEGL890909MQQRMS02, STATE",
        "PEGL890909MJCRMS09, CHECK_DIGIT",
        "TOMA880125HMNRRNO2, HOMOCLAVE"
    })
    void refusesInvalidCurpsForTheirOneReason(String curp, CurpFault fault) {
        assertEquals(java.util.Set.of(fault), Curp.faults(curp));
        assertTrue(Curp.of(curp).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SABC560626MDFLRN0",
                "SABC560626MDFLRN011",
                "SABC560626ZDFLRN01",
                "SBBC560626MDFLRN01",
                "SABC560626MDFAEI01",
                "ÑABC560626MDFLRN01",
                "SABC56O626MDFLRN01",
                "SABC560626MDFLRN0A",
                "SABC 60626MDFLRN01",
                "SABC٥٦0626MDFLRN01"
            })
    void refusesWhatHasNotTheForm(String curp) {
        assertEquals(java.util.Set.of(CurpFault.FORM), Curp.faults(curp));
    }

    @Test
    void readsTheCenturyFromTheHomoclave() {
        assertEquals(
                LocalDate.of(1956, 6, 26),
                Curp.of("SABC560626MDFLRN01").orElseThrow().birthDate());
        assertEquals(
                LocalDate.of(2005, 3, 15),
                Curp.of("GOMJ050315MJCNRNA0").orElseThrow().birthDate());
    }

    @Test
    void readsTheBirthState() {
        assertEquals("09", Curp.of("SABC560626MDFLRN01").orElseThrow().birthState());
        assertEquals("NE", Curp.of("BOXW310820HNERXN09").orElseThrow().birthState());
    }

    @Test
    void knowsEveryOffensiveWord() {
        assertEquals(81, OffensiveWords.ALL.size());
        assertTrue(OffensiveWords.ALL.stream().allMatch(word -> word.matches("[A-Z]{4}")));
        assertEquals("PXDO", OffensiveWords.masked("PEDO"));
        assertEquals("PEGL", OffensiveWords.masked("PEGL"));
    }

    @Test
    void itsCheckDigitIsBlindToAnExchangedSex() {
        assertEquals(java.util.Set.of(), Curp.faults("SABC560626HDFLRN01"));
    }
}
