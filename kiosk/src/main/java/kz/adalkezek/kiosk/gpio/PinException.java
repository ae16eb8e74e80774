package kz.adalkezek.kiosk.gpio;

/// The pins cannot be had or used; the message says in a few words why.
public final class PinException extends Exception {

    private static final long serialVersionUID = 1;

    public PinException(String message, Throwable cause) {
        super(message, cause);
    }
}
