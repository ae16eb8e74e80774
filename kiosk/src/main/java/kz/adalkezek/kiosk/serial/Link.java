package kz.adalkezek.kiosk.serial;

import java.time.Duration;

/// A way for bytes to a device and back. A serial line is behind it, a socket, or a file. After a
/// [LinkException] nobody knows how many bytes arrived; the next call tries to connect anew.
public interface Link extends AutoCloseable {

    /// What people call the device, such as `/dev/ticket-printer`.
    String name();

    /// Returns when the line has taken all bytes, which is before the device has worked through
    /// them.
    void write(byte[] bytes) throws LinkException;

    /// What has arrived, waiting for the first byte only; empty when the patience ends.
    byte[] read(Duration patience) throws LinkException;

    /// How long the line carries so many bytes, some of which the system may still keep when a
    /// write returns; zero where it has no speed that matters.
    default Duration carries(int bytes) {
        return Duration.ZERO;
    }

    @Override
    void close();
}
