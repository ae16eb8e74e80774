package kz.adalkezek.kiosk.serial;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jssc.SerialPort;
import jssc.SerialPortException;
import org.jspecify.annotations.Nullable;

/// One opening of a port and the only thread that reads and writes it. When a call hangs both are
/// abandoned: the port is closed from outside, and the thread ends whenever the system lets it.
final class SerialOwner {

    private static final int POLL_MS = 2;
    private static final int CLOSE_PATIENCE_MS = 1_000;

    private final SerialSettings settings;
    private final SerialPort port;
    private final ExecutorService thread;

    /// Guarded by this, as the next.
    private @Nullable DeviceLock lock;

    private boolean released;

    SerialOwner(SerialSettings settings) {
        this.settings = settings;
        this.port = new SerialPort(settings.path());
        this.thread =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("serial " + settings.path()).factory());
    }

    <T> Future<T> submit(Callable<T> work) {
        return thread.submit(work);
    }

    Callable<Boolean> opening() {
        return () -> {
            hold(DeviceLock.take(settings.path()));
            port.openPort();
            boolean set =
                    port.setParams(
                            settings.baud(),
                            settings.frame().dataBits,
                            SerialPort.STOPBITS_1,
                            settings.frame().parity);
            // A pseudo-terminal has no modem lines, for which jSSC answers false though all is set.
            if (!set && !settings.pty()) {
                throw new LinkException("the port refuses its settings");
            }
            if (settings.handshake() && !settings.pty()) {
                requireHandshake();
            }
            return true;
        };
    }

    Callable<Boolean> writing(byte[] chunk) {
        return () -> {
            if (!port.writeBytes(chunk)) {
                throw new LinkException("the port took only a part");
            }
            return true;
        };
    }

    /// Counts and sleeps: jSSC's timed read burns a core, and an untimed one may never come back.
    Callable<byte[]> reading(Duration patience) {
        return () -> {
            long deadline = System.nanoTime() + patience.toNanos();
            int waiting = port.getInputBufferBytesCount();
            while (waiting == 0 && System.nanoTime() < deadline) {
                Thread.sleep(POLL_MS);
                waiting = port.getInputBufferBytesCount();
            }
            return waiting == 0 ? new byte[0] : port.readBytes(waiting);
        };
    }

    /// Closing may wait for bytes that never leave, so it gets a thread that nobody waits for long.
    void abandon() {
        thread.shutdownNow();
        var closing =
                Thread.ofPlatform().daemon().name("closing " + settings.path()).start(this::close);
        try {
            closing.join(CLOSE_PATIENCE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void close() {
        try {
            port.closePort();
        } catch (SerialPortException _) {
            // It was never open or its device is gone, so it is closed already.
        }
        release();
    }

    /// An opening that was given up may still come this far.
    private synchronized void hold(DeviceLock taken) {
        lock = taken;
        if (released) {
            taken.close();
        }
    }

    private synchronized void release() {
        released = true;
        if (lock != null) {
            lock.close();
        }
    }

    private void requireHandshake() throws SerialPortException, LinkException {
        int both = SerialPort.FLOWCONTROL_RTSCTS_IN | SerialPort.FLOWCONTROL_RTSCTS_OUT;
        if (!port.setFlowControlMode(both)) {
            throw new LinkException("the port has no RTS and CTS");
        }
    }
}
