package kz.adalkezek.server.web;

import java.util.Locale;

/// What can be wrong with a request before the law sees it. Each has a sentence in three languages
/// under `problem.<code>`, which says what went wrong and what to do.
public enum ProblemCode {
    BAD_REQUEST(400),
    BODY_CUT(400),
    BODY_NOT_JSON(400),
    BODY_NOT_UTF8(400),
    MEMBER_MISSING(400),
    MEMBER_TWICE(400),
    MEMBER_WRONG(400),
    REQUEST_ID_WRONG(400),
    RESUME_WRONG(400),
    TOUCHED_IN_FUTURE(400),
    UNKNOWN_ACTION(400),
    UNKNOWN_LANGUAGE(400),
    UNKNOWN_MEMBER(400),
    NOT_SIGNED_IN(401),
    WRONG_SECRET(401),
    FORBIDDEN(403),
    OTHER_BOARD(403),
    OTHER_KIOSK(403),
    OTHER_SITE(403),
    CATALOGUE_UNKNOWN(404),
    NOT_FOUND(404),
    TICKET_UNKNOWN(404),
    TILE_UNKNOWN(404),
    TOKEN_UNKNOWN(404),
    UNKNOWN_PAIRING_CODE(404),
    METHOD_NOT_ALLOWED(405),
    CHAIN_FORKED(409),
    REQUEST_REUSED(409),
    BODY_TOO_LARGE(413),
    ADDRESS_TOO_LONG(414),
    CONTENT_TYPE(415),
    PUBLICATION_WRONG(422),
    BOOKING_OTHER_SERVICE(422),
    UNKNOWN_BOOKING(422),
    UNKNOWN_GROUND(422),
    UNKNOWN_SERVICE(422),
    UNKNOWN_DOCUMENT(422),
    TOO_MANY_ATTEMPTS(429),
    HEADER_TOO_LARGE(431),
    INTERNAL_FAULT(500),
    BUSY(503),
    NOT_READY(503),
    NO_SPACE(503),
    TOO_MANY_SCREENS(503);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /// The code as clients see it: `BODY_NOT_JSON` is `body-not-json`.
    public String code() {
        return kebab(this);
    }

    static String kebab(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
