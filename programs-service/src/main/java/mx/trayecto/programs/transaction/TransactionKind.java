package mx.trayecto.programs.transaction;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an amount of an agreement is (IATI codelist TransactionType: 11, 1, 2, 3, 4). */
enum TransactionKind {
    @JsonProperty("incoming-commitment")
    INCOMING_COMMITMENT,
    @JsonProperty("incoming-funds")
    INCOMING_FUNDS,
    @JsonProperty("commitment")
    COMMITMENT,
    @JsonProperty("disbursement")
    DISBURSEMENT,
    @JsonProperty("expenditure")
    EXPENDITURE
}
