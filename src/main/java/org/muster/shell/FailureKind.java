package org.muster.shell;

/** What can go wrong with a request, as the visitor sees it. */
public enum FailureKind {
    BAD_REQUEST,
    STALE_FORM,
    NOT_SIGNED_IN,
    FORBIDDEN,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    CONFLICT,
    TOO_LARGE,
    UNSUPPORTED_TYPE,
    UNAVAILABLE,
    BROKEN;

    static FailureKind of(int status) {
        return switch (status) {
            case 401 -> NOT_SIGNED_IN;
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
