package kz.adalkezek.audit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.log.EntryBundle;
import kz.adalkezek.log.HashTile;
import kz.adalkezek.log.SignedNote;
import kz.adalkezek.log.TilePath;

/// Where a log is read: a directory or a server. Nothing that comes from it is believed; a file
/// that is too long for its kind comes cut one byte behind the limit, which is enough to refuse it.
sealed interface LogSource permits LogDirectory, LogUrl {

    int CHECKPOINT_MAX_BYTES = SignedNote.MAX_BYTES;
    int KEY_MAX_BYTES = 1_000;
    int BUNDLE_MAX_BYTES = EntryBundle.MAX_ENTRIES * (Short.BYTES + EntryBundle.ENTRY_MAX_BYTES);
    int TILE_MAX_BYTES = HashTile.FULL_BYTES;

    /// @throws UnreadableException if there is nothing at that place
    static LogSource of(String place) throws UnreadableException {
        return place.startsWith("http://") || place.startsWith("https://")
                ? LogUrl.of(place)
                : LogDirectory.of(place);
    }

    /// A key and the place where it was found.
    record OwnKey(String place, String text) {
        static OwnKey of(String place, byte[] utf8) {
            return new OwnKey(place, new String(utf8, StandardCharsets.UTF_8));
        }
    }

    /// One file of a tile or bundle, under the path of a full one, which may still be growing, or
    /// of a partial one.
    final class Stored {

        private final TilePath path;
        private final byte[] bytes;

        Stored(TilePath path, byte[] bytes) {
            this.path = path;
            this.bytes = bytes;
        }

        TilePath path() {
            return path;
        }

        /// Not a copy, because whole logs pass through here.
        byte[] bytes() {
            return bytes;
        }
    }

    /// Whether the hash tiles of the right edge, which are not full yet, have to be there. A
    /// directory may leave them out: they follow from the bundles.
    boolean hasPartialTiles();

    Optional<byte[]> checkpoint() throws UnreadableException;

    /// What the log says its key is.
    Optional<OwnKey> key() throws UnreadableException;

    /// The files that hold the tile or bundle of this path, the best for its width first; none if
    /// it is missing. A full one may be among them although a partial one was asked for.
    List<Stored> files(TilePath path) throws UnreadableException;

    static int maxBytes(TilePath path) {
        return path instanceof TilePath.Entries ? BUNDLE_MAX_BYTES : TILE_MAX_BYTES;
    }

    /// The same tile when it is full.
    static TilePath full(TilePath path) {
        return switch (path) {
            case TilePath.Hashes(var level, var number, _) -> TilePath.hashes(level, number);
            case TilePath.Entries(var number, _) -> TilePath.entries(number);
        };
    }

    static TilePath partial(TilePath path, int width) {
        return switch (path) {
            case TilePath.Hashes(var level, var number, _) -> TilePath.hashes(level, number, width);
            case TilePath.Entries(var number, _) -> TilePath.entries(number, width);
        };
    }
}
