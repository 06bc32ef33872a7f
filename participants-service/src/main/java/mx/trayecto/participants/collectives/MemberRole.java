package mx.trayecto.participants.collectives;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.participants.codelists.Coded;
import mx.trayecto.platform.text.Bilingual;

/** What a member does in her collective. */
enum MemberRole implements Coded {
    @JsonProperty("member")
    MEMBER("Integrante", "Member"),
    @JsonProperty("president")
    PRESIDENT("Presidenta", "President"),
    @JsonProperty("secretary")
    SECRETARY("Secretaria", "Secretary"),
    @JsonProperty("treasurer")
    TREASURER("Tesorera", "Treasurer"),
    @JsonProperty("legal-representative")
    LEGAL_REPRESENTATIVE("Representante legal", "Legal representative"),
    @JsonProperty("supervisor")
    SUPERVISOR("Vigilancia", "Supervision"),
    @JsonProperty("coordinator")
    COORDINATOR("Coordinadora", "Coordinator");

    private final Bilingual label;

    MemberRole(String es, String en) {
        label = new Bilingual(es, en);
    }

    @Override
    public Bilingual label() {
        return label;
    }
}
