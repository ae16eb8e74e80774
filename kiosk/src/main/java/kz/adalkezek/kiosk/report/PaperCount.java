package kz.adalkezek.kiosk.report;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// How many papers the printer has cut since the kiosk was enrolled: tickets, copies, test tickets
/// and torn rests alike, so that tickets and rolls can be reconciled. A file of digits, on the disk
/// itself after each paper; a power cut between knife and disk loses one. Safe for several threads.
public final class PaperCount {

    /// The most that the branch takes.
    static final long MAX = 1_000_000_000;

    private static final System.Logger LOG = System.getLogger("kezek.report");
    private static final String FORM = "0|[1-9][0-9]{0,9}";

    private final Path file;
    private long count;

    /// @throws UncheckedIOException if a file that is there cannot be read
    public PaperCount(Path file) {
        this.file = file;
        this.count = read(file);
    }

    public synchronized long count() {
        return count;
    }

    /// One more was cut. A disk that takes nothing is said and harms no ticket.
    public synchronized void add() {
        count = Math.min(count + 1, MAX);
        var fresh = file.resolveSibling(file.getFileName() + ".tmp");
        try (var channel =
                FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            var left = ByteBuffer.wrap((count + "\n").getBytes(US_ASCII));
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(Level.ERROR, "could not keep that {0} papers were cut: {1}", count, e);
        }
    }

    private static long read(Path file) {
        if (!Files.exists(file)) {
            return 0;
        }
        try {
            var text = Files.readString(file, US_ASCII).strip();
            if (text.matches(FORM) && Long.parseLong(text) <= MAX) {
                return Long.parseLong(text);
            }
            var aside = file.resolveSibling(file.getFileName() + ".bad");
            LOG.log(Level.ERROR, "{0} holds no number; it is put aside, counting from 0", file);
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }
}
