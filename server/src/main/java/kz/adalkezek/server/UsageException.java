package kz.adalkezek.server;

/// A command line that says nothing this program knows.
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
