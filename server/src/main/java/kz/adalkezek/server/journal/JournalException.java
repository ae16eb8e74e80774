package kz.adalkezek.server.journal;

import org.jspecify.annotations.Nullable;

/// The journal cannot be trusted to go on. Nobody catches it to continue; the process ends and
/// starts again from what is on disk.
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public JournalException(String message) {
        this(message, null);
    }

    public JournalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
