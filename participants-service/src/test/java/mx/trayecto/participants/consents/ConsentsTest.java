package mx.trayecto.participants.consents;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Which of two words holds. */
class ConsentsTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-01-15T06:00:00Z");
    private static final GiveConsent YES = said(true, MIDNIGHT);
    private static final GiveConsent NO = said(false, MIDNIGHT);
    private static final GiveConsent LATER_YES = said(true, MIDNIGHT.plusSeconds(1));

    private static GiveConsent said(boolean granted, Instant at) {
        return new GiveConsent(Purpose.SENSITIVE_DATA, "2025-03", Channel.PAPER, granted, at);
    }

    private static boolean holds(GiveConsent... said) {
        Consents standing = Consents.none();
        for (GiveConsent word : said) {
            standing = standing.with(word, Instant.now());
        }
        return standing.granted(Purpose.SENSITIVE_DATA);
    }

    @Test
    void ofTheSameMomentTheWithdrawalHoldsWhicheverIsHeardFirst() {
        assertEquals(List.of(false, false), List.of(holds(YES, NO), holds(NO, YES)));
        Consents yes = Consents.none().with(YES, MIDNIGHT);
        Consents no = Consents.none().with(NO, MIDNIGHT);
        assertEquals(no, yes.and(no));
        assertEquals(no, no.and(yes));
    }

    @Test
    void otherwiseTheLaterHolds() {
        assertEquals(List.of(true, true), List.of(holds(NO, LATER_YES), holds(LATER_YES, NO)));
    }
}
