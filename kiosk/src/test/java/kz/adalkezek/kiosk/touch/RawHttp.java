package kz.adalkezek.kiosk.touch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// One HTTP request byte for byte, as no decent client would send it.
final class RawHttp {

    private static final int PATIENCE_MS = 40_000;

    private final int port;
    private final Map<String, String> headers = new LinkedHashMap<>();

    RawHttp(int port) {
        this.port = port;
        headers.put("Host", "localhost:" + port);
        headers.put("Connection", "close");
        headers.put("Accept-Language", "en");
    }

    record Answer(int status, Map<String, String> headers, String body) {

        String code() {
            return body.replaceFirst("(?s).*\"code\":\"([a-z-]+)\".*", "$1");
        }
    }

    /// @param value nothing takes the header away
    RawHttp with(String name, String value) {
        if (value.isEmpty()) {
            headers.remove(name);
        } else {
            headers.put(name, value);
        }
        return this;
    }

    Answer get(String path) {
        return send("GET", path, "");
    }

    Answer put(String path, String body) {
        headers.putIfAbsent("Content-Type", "application/json");
        return send("PUT", path, body);
    }

    Answer send(String method, String path, String body) {
        var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        byte[] bytes = body.getBytes(UTF_8);
        if (!method.equals("GET")) {
            head.append("Content-Length: " + bytes.length + "\r\n");
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write((head + "\r\n").getBytes(UTF_8));
            socket.getOutputStream().write(bytes);
            return read(new String(socket.getInputStream().readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer read(String whole) {
        var parts = whole.split("\r\n\r\n", 2);
        var lines = parts[0].split("\r\n", -1);
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var line : lines) {
            if (line.contains(": ")) {
                headers.put(line.split(": ", 2)[0], line.split(": ", 2)[1]);
            }
        }
        return new Answer(
                Integer.parseInt(lines[0].split(" ", 3)[1]),
                headers,
                parts.length > 1 ? parts[1] : "");
    }
}
