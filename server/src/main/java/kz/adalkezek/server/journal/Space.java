package kz.adalkezek.server.journal;

import java.nio.file.Path;

/// How much of a disk is left, as far as the branch acts on it.
public enum Space {
    PLENTY,
    /// A tenth or less is free: a person is warned.
    LOW,
    /// What is left is kept for the people who wait: no new tickets.
    RESERVE;

    public static final long RESERVE_BYTES = 64L << 20;

    private static final int LOW_FRACTION = 10;

    /// The space of the disk that holds the path, which exists.
    public static Space of(Disk disk, Path path) {
        return of(disk.usableBytes(path), disk.totalBytes(path));
    }

    static Space of(long usableBytes, long totalBytes) {
        if (usableBytes < RESERVE_BYTES) {
            return RESERVE;
        }
        return usableBytes <= totalBytes / LOW_FRACTION ? LOW : PLENTY;
    }
}
