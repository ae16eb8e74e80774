package kz.adalkezek.kiosk.serial;

/// The line to a device failed; the message says in a few words how.
public final class LinkException extends Exception {

    private static final long serialVersionUID = 1;

    public LinkException(String message) {
        super(message);
    }

    public LinkException(String message, Throwable cause) {
        super(message, cause);
    }
}
