package kz.adalkezek.kiosk.errand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import kz.adalkezek.queue.RequestId;

/// The folder of errands that the branch has not answered in full, a file for each. A file is there
/// whole or not at all, and on the disk itself before anybody goes on.
final class Outbox {

    private static final System.Logger LOG = System.getLogger("kezek.errand");
    private static final String FILE = ".json";
    private static final int FILE_MAX_BYTES = 512 * 1024;

    private final Path folder;
    private volatile boolean well = true;

    /// @throws UncheckedIOException if the folder cannot be made
    Outbox(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("could not make the outbox " + folder, e);
        }
    }

    /// @throws UncheckedIOException if it is not on the disk
    synchronized void keep(Kept kept) {
        var file = file(kept.request());
        var fresh = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            write(fresh, KeptForm.write(kept));
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            forceFolder();
            well = true;
        } catch (IOException e) {
            well = false;
            throw new UncheckedIOException("could not keep " + file, e);
        }
    }

    /// Whether the last errand that was to be kept is on the disk.
    boolean isWell() {
        return well;
    }

    /// @throws UncheckedIOException if it is still there
    synchronized void forget(RequestId request) {
        try {
            if (Files.deleteIfExists(file(request))) {
                forceFolder();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not forget " + request, e);
        }
    }

    /// What an earlier process left. A file that is none of ours is put aside for a person.
    synchronized List<Kept> all() {
        var all = new ArrayList<Kept>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                var name = String.valueOf(file.getFileName());
                if (name.endsWith(FILE)) {
                    read(file, all);
                } else if (name.endsWith(".tmp")) {
                    // Its writer ended before it had promised anything.
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the outbox " + folder, e);
        }
        return all;
    }

    private void read(Path file, List<Kept> all) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            var kept = KeptForm.read(bytes.readNBytes(FILE_MAX_BYTES));
            if (!file.equals(file(kept.request()))) {
                throw new IllegalArgumentException("it belongs to request " + kept.request());
            }
            all.add(kept);
        } catch (IllegalArgumentException e) {
            LOG.log(Level.ERROR, file + " is put aside, because it is no errand", e);
            Files.move(
                    file,
                    file.resolveSibling(file.getFileName() + ".bad"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path file(RequestId request) {
        return folder.resolve(request + FILE);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (var channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            var left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    /// Without this a power cut may take the name of a file whose bytes are safe.
    private void forceFolder() throws IOException {
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
