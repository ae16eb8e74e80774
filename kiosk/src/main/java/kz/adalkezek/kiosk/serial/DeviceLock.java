package kz.adalkezek.kiosk.serial;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// Takes a device for one program alone, by `flock` on the device itself: two kiosks on one printer
/// would print into each other's tickets, and the port's own exclusive mode does not bind root. The
/// system lets it go when the program ends, however it ends.
// Native access is what this class is for; the start of the process permits it.
@SuppressWarnings("restricted")
final class DeviceLock implements AutoCloseable {

    static final String TAKEN = "another program has this device; it belongs to one kiosk alone";

    private static final int O_RDWR = 2;
    private static final int O_NOCTTY = 0x100;

    /// Without it an open waits for a carrier, which three wires do not have.
    private static final int O_NONBLOCK = 0x800;

    private static final int LOCK_EX_NB = 2 | 4;
    private static final int EAGAIN = 11;
    private static final int EBUSY = 16;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle OPEN =
            LINKER.downcallHandle(
                    address("open"),
                    FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
                    Linker.Option.captureCallState("errno"),
                    Linker.Option.firstVariadicArg(2));
    private static final MethodHandle FLOCK =
            LINKER.downcallHandle(
                    address("flock"),
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT),
                    Linker.Option.captureCallState("errno"));
    private static final MethodHandle CLOSE =
            LINKER.downcallHandle(address("close"), FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    private final int file;
    private boolean released;

    private DeviceLock(int file) {
        this.file = file;
    }

    /// @throws LinkException if another program has it, or it cannot be opened
    static DeviceLock take(String path) throws LinkException {
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(STATE);
            var name = arena.allocateFrom(path);
            int file = (int) OPEN.invoke(state, name, O_RDWR | O_NOCTTY | O_NONBLOCK);
            if (file < 0) {
                throw refused((int) ERRNO.get(state, 0L));
            }
            var lock = new DeviceLock(file);
            if ((int) FLOCK.invoke(state, file, LOCK_EX_NB) < 0) {
                int error = (int) ERRNO.get(state, 0L);
                lock.close();
                throw refused(error);
            }
            return lock;
        } catch (LinkException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a call of the C library", e);
        }
    }

    @Override
    public synchronized void close() {
        if (released) {
            // The number may already mean another file.
            return;
        }
        released = true;
        try {
            int _ = (int) CLOSE.invoke(file);
        } catch (Throwable e) {
            throw new IllegalStateException("a call of the C library", e);
        }
    }

    private static LinkException refused(int error) {
        return new LinkException(
                error == EAGAIN || error == EBUSY
                        ? TAKEN
                        : "the device does not open, error " + error);
    }

    private static MemorySegment address(String name) {
        return LINKER.defaultLookup().findOrThrow(name);
    }
}
