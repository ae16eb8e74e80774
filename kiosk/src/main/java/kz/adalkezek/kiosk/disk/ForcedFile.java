package kz.adalkezek.kiosk.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Writes a file so that after a power cut it is there as it was or as it is to be, and never half.
/// Each is for the kiosk's user alone (mode 0600): keys, tokens and wishes are nobody else's.
public final class ForcedFile {

    /// What an unfinished file is called behind its own name.
    public static final String UNFINISHED = ".tmp";

    private static final Set<PosixFilePermission> OWN =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private ForcedFile() {}

    /// Returns when bytes and name are on the disk; a file of that name is replaced.
    public static void write(Path file, byte[] bytes) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + UNFINISHED);
        Files.deleteIfExists(fresh);
        try (var channel =
                FileChannel.open(
                        fresh,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(OWN))) {
            append(channel, bytes);
        }
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(file);
    }

    /// Writes at the channel's position and returns when the bytes are on the disk.
    public static void append(FileChannel channel, byte[] bytes) throws IOException {
        var left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            channel.write(left);
        }
        channel.force(true);
    }

    /// Whether it was there; it is gone from the disk when this returns.
    public static boolean delete(Path file) throws IOException {
        boolean was = Files.deleteIfExists(file);
        if (was) {
            forceFolder(file);
        }
        return was;
    }

    /// Moves within one disk, whole or not at all.
    public static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(from);
        forceFolder(to);
    }

    /// The whole file; nothing where there is none.
    ///
    /// @throws IOException also if it is longer
    public static Optional<byte[]> read(Path file, int maxBytes) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var bytes = Files.newInputStream(file)) {
            byte[] whole = bytes.readNBytes(maxBytes + 1);
            if (whole.length > maxBytes) {
                throw new IOException(file + " is longer than " + maxBytes + " bytes");
            }
            return Optional.of(whole);
        }
    }

    /// Without this a power cut may take the name of a file whose bytes are safe.
    private static void forceFolder(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }
}
