package kz.adalkezek.kiosk.link;

/// What the branch refused, from its `application/problem+json` (RFC 9457).
///
/// @param code for a program, such as `ticket-already-handed`
/// @param detail a sentence for a person, in the language that was asked for
public record BranchProblem(String code, String detail) {

    static final int CODE_MAX_CHARS = 60;
    static final int DETAIL_MAX_CHARS = 500;

    public boolean is(String other) {
        return code.equals(other);
    }
}
