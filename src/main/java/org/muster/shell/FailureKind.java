package org.muster.shell;

/** What can go wrong with a request, as the visitor sees it. */
public enum FailureKind {
    BAD_REQUEST(400),
    STALE_FORM(400),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    CONFLICT(409),
    TOO_LARGE(413),
    UNSUPPORTED_TYPE(415),
    UNAVAILABLE(503),
    BROKEN(500);

    private final int status;

    FailureKind(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    static FailureKind of(int status) {
        return switch (status) {
            case 403 -> FORBIDDEN;
            case 404, 410 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 409, 412 -> CONFLICT;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_TYPE;
            case 502, 503, 504 -> UNAVAILABLE;
            default -> status >= 400 && status < 500 ? BAD_REQUEST : BROKEN;
        };
    }
}
