package kz.adalkezek.log;

import java.util.Optional;

/// What a log promises: its name, how many entries it has, and the root over all of them (C2SP
/// tlog-checkpoint). This log writes no extension lines and takes none.
///
/// @param origin the name of the log, by the rules of a key name
/// @param size the number of entries
public record Checkpoint(String origin, long size, Hash root) {

    private static final int LINES = 3;

    public Checkpoint {
        StrictText.requireKeyName(origin);
        if (size < 0) {
            throw new IllegalArgumentException("a log has no negative size but was " + size);
        }
    }

    /// Whether this may be a log's name: 1 to 255 bytes, no space, no plus, no control character.
    public static boolean isOrigin(String origin) {
        return StrictText.isKeyName(origin);
    }

    /// The three lines that are signed, with the last newline.
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /// Takes exactly the text that [#text] writes.
    public static Optional<Checkpoint> parse(String text) {
        var lines = text.split("\n", -1);
        if (lines.length != LINES + 1 || !lines[LINES].isEmpty()) {
            return Optional.empty();
        }
        var size = StrictText.decimal(lines[1]);
        var root = Hash.parseBase64(lines[2]);
        if (!isOrigin(lines[0]) || size.isEmpty() || root.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Checkpoint(lines[0], size.getAsLong(), root.get()));
    }
}
