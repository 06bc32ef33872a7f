package mx.trayecto.participants.arco;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Whoever adds a code to what programmes know of a woman gives her a word for it. */
class WordingTest {
    private final Wording wording = new Wording(code -> Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "status, EnrollmentStatus",
        "status, CompletionStatus",
        "status, DeliveryState",
        "status, ExceptionStatus",
        "reason, WithdrawalReason",
        "reason, RejectionReason",
        "reason, RevocationReason",
        "reason, CorrectionReason",
        "reason, CompletionRevocationReason",
        "reason, DeliveryRefusal",
        "reason, ExceptionReason",
        "reason, CredentialRevocation",
        "reason, AnswerCorrection",
        "reason, StatementReason",
        "outcome, StatementStatus",
        "dismissal, StatementDismissalReason",
        "contact, FollowUpKind",
        "benefit, DeliveryKind",
        "moment, InstrumentKind",
        "requirement, GraduationRequirement"
    })
    void hasAWordForEachCodeOfProgrammes(String field, String list) throws IOException {
        JsonNode contract = new YAMLMapper()
                .readTree(Files.readString(Path.of("..", "programs-service", "openapi", "programs-service.yaml")));
        JsonNode codes = contract.at("/components/schemas/" + list + "/enum");
        assertFalse(codes.isEmpty(), list + " is not in the contract");
        Set<String> without = new TreeSet<>();
        codes.forEach(code -> {
            if (wording.value(field, code.asText()).equals(code.asText())) {
                without.add(code.asText());
            }
        });
        assertEquals(Set.of(), without);
    }

    @Test
    void namesTheLanguageThatSheAnsweredIn() {
        assertEquals("náhuatl", wording.value("language", "nah"));
        assertEquals("español", wording.value("language", "es"));
        assertEquals("clave INALI 0201", wording.value("language", "0201"));
    }
}
