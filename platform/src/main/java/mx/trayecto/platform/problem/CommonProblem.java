package mx.trayecto.platform.problem;

import java.util.List;

/** The problems every service shares. */
public final class CommonProblem {
    public static final ProblemType MALFORMED =
            new ProblemType(400, "malformed", "La solicitud no se puede leer", "The request cannot be read");
    public static final ProblemType IDEMPOTENCY_KEY_MISSING =
            new ProblemType(400, "idempotency-key-missing", "Falta Idempotency-Key", "Idempotency-Key is missing");
    public static final ProblemType CURSOR_INVALID = new ProblemType(
            400, "cursor-invalid", "El cursor no corresponde a esta lista", "The cursor is not of this list");
    public static final ProblemType UNAUTHENTICATED =
            new ProblemType(401, "unauthenticated", "Falta un token válido", "A valid token is missing");
    public static final ProblemType FORBIDDEN = new ProblemType(
            403, "forbidden", "El token no permite esta operación", "The token does not allow this operation");
    public static final ProblemType TENANT_MISSING =
            new ProblemType(403, "tenant-missing", "El token no nombra un responsable", "The token names no tenant");
    public static final ProblemType NOT_FOUND = new ProblemType(404, "not-found", "No existe", "Not found");
    public static final ProblemType METHOD_NOT_ALLOWED =
            new ProblemType(405, "method-not-allowed", "Método no permitido", "Method not allowed");
    public static final ProblemType NOT_ACCEPTABLE =
            new ProblemType(406, "not-acceptable", "Formato de respuesta no disponible", "Answer format not available");
    public static final ProblemType CONFLICT =
            new ProblemType(409, "conflict", "El estado actual no lo permite", "The current state does not allow it");
    public static final ProblemType STILL_RUNNING = new ProblemType(
            409, "still-running", "La misma solicitud sigue en curso", "The same request is still running");
    public static final ProblemType STALE =
            new ProblemType(412, "stale", "El recurso cambió entretanto", "The resource has changed meanwhile");
    public static final ProblemType TOO_LARGE =
            new ProblemType(413, "too-large", "La solicitud es demasiado grande", "The request is too large");
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE = new ProblemType(
            415, "unsupported-media-type", "Tipo de contenido no admitido", "Content type not supported");
    public static final ProblemType VALIDATION =
            new ProblemType(422, "validation", "La solicitud contiene errores", "The request contains errors");
    public static final ProblemType IDEMPOTENCY_KEY_REUSED = new ProblemType(
            422, "idempotency-key-reused", "Idempotency-Key ya usada", "Idempotency-Key was used for another request");
    public static final ProblemType PRECONDITION_MISSING =
            new ProblemType(428, "precondition-missing", "Falta If-Match", "If-Match is missing");
    public static final ProblemType INTERNAL = new ProblemType(500, "internal", "Error interno", "Internal error");
    public static final ProblemType UNAVAILABLE =
            new ProblemType(503, "unavailable", "Servicio no disponible por ahora", "Service unavailable for now");
    public static final ProblemType POSITION_NOT_REACHED = new ProblemType(
            503,
            "position-not-reached",
            "El dato pedido aún no ha llegado",
            "The position asked for is not reached yet");

    private static final List<ProblemType> BY_STATUS = List.of(
            MALFORMED,
            UNAUTHENTICATED,
            FORBIDDEN,
            NOT_FOUND,
            METHOD_NOT_ALLOWED,
            NOT_ACCEPTABLE,
            CONFLICT,
            STALE,
            TOO_LARGE,
            UNSUPPORTED_MEDIA_TYPE,
            VALIDATION,
            PRECONDITION_MISSING,
            UNAVAILABLE);

    private CommonProblem() {}

    /** The problem that a status alone, set by the framework, stands for; an unknown one is an internal error. */
    static ProblemType of(int status) {
        return BY_STATUS.stream()
                .filter(type -> type.status() == status)
                .findFirst()
                .orElse(INTERNAL);
    }
}
