package kz.adalkezek.server.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The log of a data directory, read by the published format alone and with none of the product's
/// own readers.
public final class LogFiles {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NAMED_AT_ONCE = 1_000;

    private final Path data;

    public LogFiles(Path data) {
        this.data = data;
    }

    /// Every whole entry, in order; its place is its index.
    public List<JsonNode> entries() {
        var entries = new ArrayList<JsonNode>();
        for (long n = 0; Files.exists(bundle(n)); n++) {
            var bytes = ByteBuffer.wrap(read(bundle(n)));
            while (bytes.remaining() > Short.BYTES) {
                int length = Short.toUnsignedInt(bytes.getShort());
                if (length == 0 || length > bytes.remaining()) {
                    break;
                }
                var leaf = new byte[length];
                bytes.get(leaf);
                entries.add(parsed(leaf));
            }
        }
        return entries;
    }

    /// The file of a bundle.
    public Path bundle(long n) {
        var name = String.format(Locale.ROOT, "%03d", n % NAMED_AT_ONCE);
        for (long rest = n / NAMED_AT_ONCE; rest > 0; rest /= NAMED_AT_ONCE) {
            name = String.format(Locale.ROOT, "x%03d/", rest % NAMED_AT_ONCE) + name;
        }
        return data.resolve("log/tile/entries").resolve(name);
    }

    /// The greatest size for which a signature has been kept, in the log or its signed copies; 0 if
    /// there is none.
    public long signedSize() {
        return Stream.of("log/checkpoint", "signed/checkpoint.0", "signed/checkpoint.1")
                .map(data::resolve)
                .filter(Files::exists)
                .mapToLong(file -> checkpointSize(new String(read(file), UTF_8)))
                .max()
                .orElse(0);
    }

    /// The second line of a checkpoint.
    public static long checkpointSize(String note) {
        return Long.parseLong(note.lines().skip(1).findFirst().orElse("0"));
    }

    private static JsonNode parsed(byte[] leaf) {
        try {
            return JSON.readTree(leaf);
        } catch (IOException e) {
            throw new UncheckedIOException("an entry is not JSON", e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }
}
