package kz.adalkezek.server.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/// One kept HTTP connection over a plain socket. The JDK's client costs as much as the server, and
/// both share the processors; so it would measure itself.
final class Wire implements AutoCloseable {

    private static final int BUFFER_BYTES = 16_384;

    private final Socket socket;
    private final InputStream in;
    private final String head;

    Wire(URI server, String token) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
        head =
                " HTTP/1.1\r\nHost: "
                        + server.getAuthority()
                        + "\r\nAuthorization: Bearer "
                        + token
                        + "\r\nContent-Type: application/json\r\nContent-Length: ";
    }

    record Reply(int status, String body) {
        /// The body of a request that was done.
        String done() {
            if (status != 200 && status != 201) {
                throw new IllegalStateException("answered " + status + ": " + body);
            }
            return body;
        }
    }

    Reply put(String path, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        var request = new ByteArrayOutputStream();
        request.writeBytes(("PUT " + path + head + bytes.length + "\r\n\r\n").getBytes(ISO_8859_1));
        request.writeBytes(bytes);
        socket.getOutputStream().write(request.toByteArray());
        return reply();
    }

    private Reply reply() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        for (var line = line(); !line.isEmpty(); line = line()) {
            var header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring("content-length:".length()).trim());
            } else if (header.startsWith("transfer-encoding:")) {
                throw new IOException("an answer without a length");
            }
        }
        var body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the answer broke off");
        }
        return new Reply(status, new String(body, UTF_8));
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the server hung up");
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
