package kz.adalkezek.kiosk.touch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/// Reads states from `/live` on one connection.
final class LiveReader implements AutoCloseable {

    private static final int PATIENCE_MS = 40_000;

    private final Socket socket;
    private final BufferedReader lines;

    LiveReader(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(PATIENCE_MS);
            var head = "GET /live HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(UTF_8));
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The first state from now on that says this.
    String await(String words) {
        try {
            var last = "nothing";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data: ")) {
                    last = line;
                }
                if (line.startsWith("data: ") && line.contains(words)) {
                    return line;
                }
            }
            throw new AssertionError("the stream ended before " + words + "; last was " + last);
        } catch (IOException e) {
            throw new UncheckedIOException("waiting for " + words, e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
