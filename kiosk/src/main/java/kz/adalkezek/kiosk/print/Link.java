package kz.adalkezek.kiosk.print;

import java.time.Duration;

/// A way for bytes to a printer and back. A device is behind it: a serial line, a socket, a file.
/// After a [LinkException] nobody knows how many bytes arrived; the next call tries to connect
/// anew.
public interface Link extends AutoCloseable {

    /// What people call the device, such as `/dev/ticket-printer`.
    String name();

    /// Returns when the line has taken all bytes, which is before they are on paper.
    void write(byte[] bytes) throws LinkException;

    /// What has arrived, waiting for the first byte only; empty when the patience ends.
    byte[] read(Duration patience) throws LinkException;

    @Override
    void close();
}
