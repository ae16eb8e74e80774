package kz.adalkezek.screens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Every file that a browser of ours may ask for, by its path below `screens/`, such as
/// `fonts/golos-latin.woff2`. What was asked for once stays in memory: all of it is under two
/// megabytes.
public final class Screens {

    /// Plain names in at most one folder: nothing of it leads anywhere else.
    private static final Pattern PATH = Pattern.compile("([a-z0-9-]+/)?[a-z0-9_-]+(\\.[a-z0-9]+)+");

    private static final int PATH_MAX_CHARS = 80;
    private static final int TAG_BYTES = 12;

    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("html", "text/html; charset=utf-8"),
                    Map.entry("css", "text/css; charset=utf-8"),
                    Map.entry("js", "text/javascript; charset=utf-8"),
                    Map.entry("json", "application/json"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("woff2", "font/woff2"),
                    Map.entry("wav", "audio/wav"),
                    Map.entry("ogg", "audio/ogg"),
                    Map.entry("tsv", "text/tab-separated-values; charset=utf-8"),
                    Map.entry("txt", "text/plain; charset=utf-8"));

    private final Map<String, ScreenFile> known = new ConcurrentHashMap<>();

    /// The file, where there is one of that name and of a kind that pages are made of.
    public Optional<ScreenFile> file(String path) {
        var type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null || path.length() > PATH_MAX_CHARS || !PATH.matcher(path).matches()) {
            return Optional.empty();
        }
        var there = known.get(path);
        if (there != null) {
            return Optional.of(there);
        }
        var read = read(path, type);
        read.ifPresent(file -> known.put(path, file));
        return read;
    }

    private static Optional<ScreenFile> read(String path, String type) {
        try (var file = Screens.class.getResourceAsStream("/screens/" + path)) {
            if (file == null) {
                return Optional.empty();
            }
            var bytes = file.readAllBytes();
            return Optional.of(new ScreenFile(bytes, type, tag(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read screens/" + path, e);
        }
    }

    private static String tag(byte[] bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(hash, 0, TAG_BYTES) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
