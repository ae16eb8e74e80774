package kz.adalkezek.server.journal;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/// The disk of this computer. Every method may be called by any thread.
public final class FileDisk implements Disk {

    private static final FileAttribute<?> MODE_0600 =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final LongAdder forces = new LongAdder();

    @Override
    public boolean exists(Path path) {
        return Files.exists(path);
    }

    @Override
    public byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw failed("read", file, e);
        }
    }

    @Override
    public List<Path> list(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var names = Files.list(directory)) {
            return names.sorted().toList();
        } catch (IOException e) {
            throw failed("list", directory, e);
        }
    }

    @Override
    public void createDirectory(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw failed("create directory", directory, e);
        }
    }

    @Override
    public void forceDirectory(Path directory) {
        // Opened for reading a directory can be forced on Linux, which no interface promises.
        try (var names = FileChannel.open(directory, READ)) {
            names.force(true);
            forces.increment();
        } catch (IOException e) {
            throw failed("force directory", directory, e);
        }
    }

    @Override
    public OpenFile open(Path file, Readers readers) {
        var attributes =
                switch (readers) {
                    case EVERYBODY -> new FileAttribute<?>[0];
                    case OWNER -> new FileAttribute<?>[] {MODE_0600};
                };
        try {
            var channel = FileChannel.open(file, Set.of(CREATE, READ, WRITE), attributes);
            return new ChannelFile(file, channel, forces);
        } catch (IOException e) {
            throw failed("open", file, e);
        }
    }

    @Override
    public void replace(Path file, byte[] bytes) {
        var fresh = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.write(fresh, bytes);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw failed("replace", file, e);
        }
    }

    @Override
    public void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw failed("delete", file, e);
        }
    }

    @Override
    public Lock lock(Path file) {
        try {
            var channel = FileChannel.open(file, CREATE, WRITE);
            if (isLocked(channel)) {
                return () -> close(channel, file);
            }
            channel.close();
        } catch (IOException e) {
            throw failed("lock", file, e);
        }
        throw new JournalException("another writer is alive: " + file + " is locked");
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            // This process holds it already, which is no better.
            return false;
        }
    }

    private static void close(FileChannel channel, Path file) {
        try {
            channel.close();
        } catch (IOException e) {
            throw failed("unlock", file, e);
        }
    }

    @Override
    public long usableBytes(Path path) {
        try {
            return Files.getFileStore(path).getUsableSpace();
        } catch (IOException e) {
            throw failed("measure", path, e);
        }
    }

    @Override
    public long totalBytes(Path path) {
        try {
            return Files.getFileStore(path).getTotalSpace();
        } catch (IOException e) {
            throw failed("measure", path, e);
        }
    }

    @Override
    public long forces() {
        return forces.sum();
    }

    static JournalException failed(String call, Path path, IOException cause) {
        return new JournalException("could not " + call + " " + path + ": " + cause, cause);
    }
}
