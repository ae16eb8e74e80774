package kz.adalkezek.kiosk.serial;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jssc.SerialPortException;
import org.jspecify.annotations.Nullable;

/// A serial line through jSSC, with its traps kept in: a write can block for ever, an open port
/// does not notice that its cable went, a timed read burns a core. So one thread owns the port,
/// every call has a deadline, and whatever fails closes the port. Safe for several threads; their
/// calls take turns.
public final class SerialLink implements Link {

    static final int CHUNK_BYTES = 512;

    private static final int OPEN_PATIENCE_MS = 2_000;
    private static final int READ_SPARE_MS = 2_000;
    private static final int FIRST_BACK_OFF_MS = 200;
    private static final int LAST_BACK_OFF_MS = 1_600;

    private final SerialSettings settings;
    private final Path device;

    private @Nullable SerialOwner owner;
    private int backOffMs = FIRST_BACK_OFF_MS;
    private long failedAtNanos;
    private boolean failed;

    public SerialLink(SerialSettings settings) {
        this.settings = settings;
        this.device = Path.of(settings.path());
    }

    @Override
    public String name() {
        return settings.path();
    }

    @Override
    public Duration carries(int bytes) {
        return Duration.ofMillis(settings.wireMs(bytes));
    }

    @Override
    public synchronized void write(byte[] bytes) throws LinkException {
        for (int from = 0; from < bytes.length; from += CHUNK_BYTES) {
            byte[] chunk =
                    Arrays.copyOfRange(bytes, from, Math.min(from + CHUNK_BYTES, bytes.length));
            var port = connected();
            long deadlineMs = settings.writeMaxMs(chunk.length);
            call(port, port.writing(chunk), deadlineMs, "the port takes no bytes");
        }
    }

    @Override
    public synchronized byte[] read(Duration patience) throws LinkException {
        var port = connected();
        long deadlineMs = patience.toMillis() + READ_SPARE_MS;
        return call(port, port.reading(patience), deadlineMs, "the port does not answer a read");
    }

    /// Also frees a thread that is blocked in the port, as far as the system allows.
    @Override
    public synchronized void close() {
        if (owner != null) {
            owner.abandon();
            owner = null;
        }
    }

    /// Alive means that the device is there and calls succeed; jSSC's own word is not asked.
    private SerialOwner connected() throws LinkException {
        if (owner != null && !Files.exists(device)) {
            fail();
            throw new LinkException("the device is gone");
        }
        if (owner != null) {
            return owner;
        }
        awaitBackOff();
        var fresh = new SerialOwner(settings);
        owner = fresh;
        if (!Files.exists(device)) {
            fail();
            throw new LinkException("there is no such device");
        }
        call(fresh, fresh.opening(), OPEN_PATIENCE_MS, "the port does not open");
        failed = false;
        backOffMs = FIRST_BACK_OFF_MS;
        return fresh;
    }

    private <T> T call(SerialOwner port, Callable<T> work, long deadlineMs, String late)
            throws LinkException {
        try {
            return port.submit(work).get(deadlineMs, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            fail();
            throw new LinkException(late, e);
        } catch (InterruptedException e) {
            fail();
            Thread.currentThread().interrupt();
            throw new LinkException("interrupted", e);
        } catch (ExecutionException e) {
            fail();
            throw asLinkException(e.getCause());
        }
    }

    private static LinkException asLinkException(@Nullable Throwable cause) {
        return switch (cause) {
            case SerialPortException driver ->
                    new LinkException(
                            driver.getExceptionType().equals(SerialPortException.TYPE_PORT_BUSY)
                                    ? DeviceLock.TAKEN
                                    : driver.getExceptionType(),
                            driver);
            case LinkException link -> link;
            case null, default -> throw new IllegalStateException("in the port's thread", cause);
        };
    }

    private void fail() {
        close();
        backOffMs = failed ? Math.min(2 * backOffMs, LAST_BACK_OFF_MS) : FIRST_BACK_OFF_MS;
        failed = true;
        failedAtNanos = System.nanoTime();
    }

    /// A port that is opened again at once after it was closed may hang.
    private void awaitBackOff() throws LinkException {
        if (!failed) {
            return;
        }
        long passedMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - failedAtNanos);
        try {
            Thread.sleep(Math.max(0, backOffMs - passedMs));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LinkException("interrupted", e);
        }
    }
}
