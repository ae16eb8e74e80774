package kz.adalkezek.kiosk.link;

/// An answer that is not what the contract says; it ends as a [Reply.Strange] at the room's door.
final class StrangeAnswerException extends Exception {

    private static final long serialVersionUID = 1;

    StrangeAnswerException(String what) {
        super(what);
    }
}
