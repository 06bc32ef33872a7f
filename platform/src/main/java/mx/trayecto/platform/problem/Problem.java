package mx.trayecto.platform.problem;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What a caller is told when a request is not carried out (RFC 9457), never with the values that were submitted. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,

        String title,

        int status,

        String detail,

        String instance,

        String code,

        String traceId,

        List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** One error in the request: where (JSON Pointer, RFC 6901, or the parameter's name), which, in words. */
    public record FieldError(String pointer, String code, String message) {}
}
