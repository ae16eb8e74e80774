package kz.adalkezek.kiosk.sim;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// The calls of the C library that open and move a pseudo-terminal, for Linux (glibc and musl, x86
/// and ARM share these numbers). The JDK has no pseudo-terminals and no `poll`.
// Native access is what this class is for; the start of the process permits it.
@SuppressWarnings("restricted")
final class Libc {

    static final int O_RDWR = 2;
    static final int O_NOCTTY = 0x100;
    static final int O_NONBLOCK = 0x800;
    static final short POLLIN = 1;
    static final int EINTR = 4;
    static final int EAGAIN = 11;

    private static final int TCSANOW = 0;

    /// `struct termios` has 60 bytes in glibc; the rest is room.
    private static final int TERMIOS_BYTES = 128;

    private static final int PATH_BYTES = 256;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private final MethodHandle openTerminal = call("posix_openpt", JAVA_INT, JAVA_INT);
    private final MethodHandle grant = call("grantpt", JAVA_INT, JAVA_INT);
    private final MethodHandle unlock = call("unlockpt", JAVA_INT, JAVA_INT);
    private final MethodHandle slaveName =
            call("ptsname_r", JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG);
    private final MethodHandle open =
            LINKER.downcallHandle(
                    address("open"),
                    FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
                    Linker.Option.captureCallState("errno"),
                    Linker.Option.firstVariadicArg(2));
    private final MethodHandle getAttributes = call("tcgetattr", JAVA_INT, JAVA_INT, ADDRESS);
    private final MethodHandle setAttributes =
            call("tcsetattr", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
    private final MethodHandle makeRaw =
            LINKER.downcallHandle(address("cfmakeraw"), FunctionDescriptor.ofVoid(ADDRESS));
    private final MethodHandle eventCounter = call("eventfd", JAVA_INT, JAVA_INT, JAVA_INT);
    private final MethodHandle poll = call("poll", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
    private final MethodHandle read = call("read", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
    private final MethodHandle write = call("write", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
    private final MethodHandle close = call("close", JAVA_INT, JAVA_INT);

    int openTerminal() throws IOException {
        int master = checked("posix_openpt", invoke(openTerminal, O_RDWR | O_NOCTTY | O_NONBLOCK));
        checked("grantpt", invoke(grant, master));
        checked("unlockpt", invoke(unlock, master));
        return master;
    }

    String slaveName(int master) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var name = arena.allocate(PATH_BYTES);
            checked("ptsname_r", invoke(slaveName, master, name, (long) PATH_BYTES));
            return name.getString(0);
        }
    }

    int open(String path) throws IOException {
        try (var arena = Arena.ofConfined()) {
            return checked("open", invoke(open, arena.allocateFrom(path), O_RDWR | O_NOCTTY));
        }
    }

    /// No echo, no lines, no translation: bytes pass as they are.
    void makeRaw(int terminal) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var attributes = arena.allocate(TERMIOS_BYTES);
            checked("tcgetattr", invoke(getAttributes, terminal, attributes));
            makeRaw.invoke(attributes);
            checked("tcsetattr", invoke(setAttributes, terminal, TCSANOW, attributes));
        } catch (IOException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("cfmakeraw", e);
        }
    }

    int eventCounter() throws IOException {
        return checked("eventfd", invoke(eventCounter, 0, O_NONBLOCK));
    }

    /// Sleeps until one of these can be read; negative ones are left out.
    void awaitReadable(int first, int second) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var set = arena.allocate(2 * JAVA_LONG.byteSize(), JAVA_LONG.byteAlignment());
            set.set(JAVA_INT, 0, first);
            set.set(JAVA_SHORT, 4, POLLIN);
            set.set(JAVA_INT, 8, second);
            set.set(JAVA_SHORT, 12, POLLIN);
            var result = invoke(poll, set, 2L, -1);
            if (result.value() < 0 && result.errno() != EINTR) {
                throw new IOException("poll failed with error " + result.errno());
            }
        }
    }

    /// Whatever is there, up to the most; empty when nothing is.
    byte[] read(int file, int most) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var bytes = arena.allocate(most);
            var result = invoke(read, file, bytes, (long) most);
            if (result.value() < 0 && result.errno() != EAGAIN && result.errno() != EINTR) {
                throw new IOException("read failed with error " + result.errno());
            }
            int count = (int) Math.max(0, result.value());
            return bytes.asSlice(0, count).toArray(JAVA_BYTE);
        }
    }

    /// Writes what fits now; the rest is lost as on a line without a handshake.
    void write(int file, byte[] bytes) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var copy = arena.allocateFrom(JAVA_BYTE, bytes);
            var result = invoke(write, file, copy, (long) bytes.length);
            if (result.value() < 0 && result.errno() != EAGAIN) {
                throw new IOException("write failed with error " + result.errno());
            }
        }
    }

    void close(int file) throws IOException {
        checked("close", invoke(close, file));
    }

    private record Result(long value, int errno) {}

    private static Result invoke(MethodHandle call, Object... arguments) {
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(STATE);
            var all = new Object[arguments.length + 1];
            all[0] = state;
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            var value = (Number) call.invokeWithArguments(all);
            return new Result(value.longValue(), (int) ERRNO.get(state, 0L));
        } catch (Throwable e) {
            throw new IllegalStateException("a call of the C library", e);
        }
    }

    private static int checked(String name, Result result) throws IOException {
        if (result.value() < 0) {
            throw new IOException(name + " failed with error " + result.errno());
        }
        return (int) result.value();
    }

    private static MethodHandle call(String name, MemoryLayout answer, MemoryLayout... arguments) {
        return LINKER.downcallHandle(
                address(name),
                FunctionDescriptor.of(answer, arguments),
                Linker.Option.captureCallState("errno"));
    }

    private static MemorySegment address(String name) {
        return LINKER.defaultLookup().findOrThrow(name);
    }
}
