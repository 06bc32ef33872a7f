package mx.trayecto.platform.problem;

/** The problems every service shares. */
public enum CommonProblem implements ProblemType {
    MALFORMED(400, "malformed", "La solicitud no se puede leer", "The request cannot be read"),
    IDEMPOTENCY_KEY_MISSING(400, "idempotency-key-missing", "Falta Idempotency-Key", "Idempotency-Key is missing"),
    CURSOR_INVALID(400, "cursor-invalid", "El cursor no corresponde a esta lista", "The cursor is not of this list"),
    UNAUTHENTICATED(401, "unauthenticated", "Falta un token válido", "A valid token is missing"),
    FORBIDDEN(403, "forbidden", "El token no permite esta operación", "The token does not allow this operation"),
    TENANT_MISSING(403, "tenant-missing", "El token no nombra un responsable", "The token names no tenant"),
    NOT_FOUND(404, "not-found", "No existe", "Not found"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "Método no permitido", "Method not allowed"),
    NOT_ACCEPTABLE(406, "not-acceptable", "Formato de respuesta no disponible", "Answer format not available"),
    CONFLICT(409, "conflict", "El estado actual no lo permite", "The current state does not allow it"),
    STILL_RUNNING(409, "still-running", "La misma solicitud sigue en curso", "The same request is still running"),
    STALE(412, "stale", "El recurso cambió entretanto", "The resource has changed meanwhile"),
    TOO_LARGE(413, "too-large", "La solicitud es demasiado grande", "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(
            415, "unsupported-media-type", "Tipo de contenido no admitido", "Content type not supported"),
    VALIDATION(422, "validation", "La solicitud contiene errores", "The request contains errors"),
    IDEMPOTENCY_KEY_REUSED(
            422, "idempotency-key-reused", "Idempotency-Key ya usada", "Idempotency-Key was used for another request"),
    PRECONDITION_MISSING(428, "precondition-missing", "Falta If-Match", "If-Match is missing"),
    INTERNAL(500, "internal", "Error interno", "Internal error"),
    UNAVAILABLE(503, "unavailable", "Servicio no disponible por ahora", "Service unavailable for now"),
    POSITION_NOT_REACHED(
            503,
            "position-not-reached",
            "El dato pedido aún no ha llegado",
            "The position asked for is not reached yet");

    private final int status;
    private final String code;
    private final String es;
    private final String en;

    CommonProblem(int status, String code, String es, String en) {
        this.status = status;
        this.code = code;
        this.es = es;
        this.en = en;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String es() {
        return es;
    }

    @Override
    public String en() {
        return en;
    }
}
