package kz.adalkezek.kiosk.touch;

import java.util.Locale;

/// What can be wrong with a request to the kiosk. Each has a sentence in three languages under
/// `problem.<code>` of `kiosk.problems.texts`.
enum TouchProblem {
    BAD_REQUEST(400),
    BODY_NOT_JSON(400),
    MEMBER_WRONG(400),
    REQUEST_ID_WRONG(400),
    UNKNOWN_MEMBER(400),
    OTHER_HOST(403),
    OTHER_SITE(403),
    ERRAND_UNKNOWN(404),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    COPY_NOT_PRINTED(409),
    ERRAND_NOT_NOW(409),
    BODY_TOO_LARGE(413),
    ADDRESS_TOO_LONG(414),
    CONTENT_TYPE(415),
    TOO_SOON(429),
    HEADER_TOO_LARGE(431),
    INTERNAL_FAULT(500),
    NO_OFFER(503),
    TOO_MANY_SCREENS(503),
    /// Of an errand whose branch shows another log than before.
    LOG_NOT_EXTENDED(502),
    /// Of an errand whose ask was not answered in time.
    NO_ANSWER(504),
    /// The disk takes nothing, so nothing is begun.
    NOT_KEPT(507);

    private final int status;

    TouchProblem(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /// As clients see it: `BODY_NOT_JSON` is `body-not-json`.
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
