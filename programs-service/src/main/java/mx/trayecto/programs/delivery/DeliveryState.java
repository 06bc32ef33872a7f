package mx.trayecto.programs.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a delivery has come. */
enum DeliveryState {
    @JsonProperty("requested")
    REQUESTED("solicitada"),
    @JsonProperty("approved")
    APPROVED("aprobada"),
    @JsonProperty("delivered")
    DELIVERED("entregada"),
    @JsonProperty("rejected")
    REJECTED("rechazada");

    private final String es;

    DeliveryState(String es) {
        this.es = es;
    }

    String es() {
        return es;
    }
}
