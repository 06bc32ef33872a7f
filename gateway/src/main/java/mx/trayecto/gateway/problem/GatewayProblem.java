package mx.trayecto.gateway.problem;

/** What the gateway itself may refuse. Codes that services use too mean the same there. */
public enum GatewayProblem {
    MALFORMED(400, "malformed", "La solicitud no se puede leer", "The request cannot be read"),
    UNAUTHENTICATED(401, "unauthenticated", "Falta un token válido", "A valid token is missing"),
    TENANT_MISSING(403, "tenant-missing", "El token no nombra un responsable", "The token names no tenant"),
    PATH_UNKNOWN(404, "path-unknown", "La ruta no está en el contrato", "The path is not in the contract"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "Método no permitido", "Method not allowed"),
    TOO_SLOW(408, "too-slow", "La solicitud no llegó completa a tiempo", "The request did not arrive in time"),
    TOO_LARGE(413, "too-large", "La solicitud es demasiado grande", "The request is too large"),
    URI_TOO_LONG(414, "uri-too-long", "La dirección es demasiado larga", "The address is too long"),
    TOO_MANY_REQUESTS(429, "too-many-requests", "Demasiadas solicitudes", "Too many requests"),
    HEADERS_TOO_LARGE(431, "headers-too-large", "Los encabezados son demasiado grandes", "The headers are too large"),
    INTERNAL(500, "internal", "Error interno", "Internal error"),
    BAD_GATEWAY(502, "bad-gateway", "La respuesta del servicio se interrumpió", "The answer of the service broke off"),
    UNAVAILABLE(503, "unavailable", "Servicio no disponible por ahora", "Service unavailable for now"),
    GATEWAY_TIMEOUT(504, "gateway-timeout", "El servicio no respondió a tiempo", "The service did not answer in time");

    private final int status;
    private final String code;
    private final String es;
    private final String en;

    GatewayProblem(int status, String code, String es, String en) {
        this.status = status;
        this.code = code;
        this.es = es;
        this.en = en;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    String title(boolean english) {
        return english ? en : es;
    }
}
