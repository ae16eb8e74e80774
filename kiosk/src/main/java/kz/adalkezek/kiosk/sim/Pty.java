package kz.adalkezek.kiosk.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/// One pseudo-terminal from plugging in to pulling out, with the thread that reads its far end.
/// Programs open the link as a serial device; when this closes they find the device gone.
final class Pty implements AutoCloseable {

    private static final int READ_BYTES = 4_096;
    private static final int NONE = -1;
    private static final byte[] ONE_EVENT = {1, 0, 0, 0, 0, 0, 0, 0};

    private final Libc libc;
    private final Path link;
    private final Path terminal;
    private final Consumer<byte[]> sink;
    private final Thread reader;
    private final int master;

    /// Held open, because reading a terminal that nobody has open fails.
    private final int slave;

    private final int wake;
    private volatile boolean stopped;
    private volatile boolean deaf;

    /// Guarded by this, as every use of the files from other threads: a number of a closed file may
    /// already mean another one.
    private boolean closed;

    /// @param link a path that will name the terminal from [#start] until it is closed
    /// @param sink takes what programs write, on this terminal's thread
    Pty(Libc libc, Path link, Consumer<byte[]> sink) throws IOException {
        this.libc = libc;
        this.link = link;
        this.sink = sink;
        this.master = libc.openTerminal();
        this.terminal = Path.of(libc.slaveName(master));
        this.slave = libc.open(terminal.toString());
        libc.makeRaw(slave);
        this.wake = libc.eventCounter();
        this.reader = Thread.ofPlatform().daemon().name("pty " + link).unstarted(this::readAll);
    }

    void start() throws IOException {
        reader.start();
        name();
    }

    /// While deaf it reads nothing, so that writers block when the system's buffer is full.
    synchronized void deaf(boolean deaf) throws IOException {
        this.deaf = deaf;
        wake();
    }

    synchronized void write(byte[] bytes) throws IOException {
        if (!closed) {
            libc.write(master, bytes);
        }
    }

    /// Returns when the device is gone for all who have it open. Not for the sink's thread.
    @Override
    public void close() throws IOException {
        stopped = true;
        Files.deleteIfExists(link);
        wake();
        joinReader();
        synchronized (this) {
            closed = true;
            libc.close(wake);
            libc.close(slave);
            libc.close(master);
        }
    }

    private synchronized void wake() throws IOException {
        if (!closed) {
            libc.write(wake, ONE_EVENT);
        }
    }

    private void joinReader() {
        boolean interrupted = false;
        while (reader.isAlive()) {
            try {
                reader.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void name() throws IOException {
        var fresh = link.resolveSibling(link.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createSymbolicLink(fresh, terminal);
        Files.move(
                fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void readAll() {
        try {
            while (!stopped) {
                libc.awaitReadable(deaf ? NONE : master, wake);
                libc.read(wake, Long.BYTES);
                if (!deaf && !stopped) {
                    byte[] bytes = libc.read(master, READ_BYTES);
                    if (bytes.length > 0) {
                        sink.accept(bytes);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the simulated terminal " + link, e);
        }
    }
}
