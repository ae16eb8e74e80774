package kz.adalkezek.server.keys;

import org.jspecify.annotations.Nullable;

/// The log's key cannot be used as it lies on the disk; a person must look. The message is for that
/// person.
public final class KeyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public KeyException(String message) {
        this(message, null);
    }

    public KeyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
