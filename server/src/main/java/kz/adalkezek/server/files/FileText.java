package kz.adalkezek.server.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A file as text: UTF-8 without a byte order mark, of a size that a person may have written.
final class FileText {

    static final int FILE_MAX_BYTES = 1 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private FileText() {}

    /// @return nothing, where a fault was noted
    static Optional<String> of(Path file, Errata errata) throws IOException {
        if (Files.size(file) > FILE_MAX_BYTES) {
            errata.fault(file, 1, "", "is larger than 1 MiB", "name the right file");
            return Optional.empty();
        }
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        var chars = CharBuffer.allocate(bytes.remaining());
        var result =
                UTF_8.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(bytes, chars, true);
        var text = chars.flip().toString();
        if (result.isError()) {
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            errata.fault(file, line, "", "is not UTF-8 from here on", "save it as UTF-8");
            return Optional.empty();
        }
        if (text.indexOf(BYTE_ORDER_MARK) == 0) {
            errata.fault(
                    file, 1, "", "begins with a byte order mark", "save it as UTF-8 without one");
            return Optional.empty();
        }
        return Optional.of(text);
    }
}
