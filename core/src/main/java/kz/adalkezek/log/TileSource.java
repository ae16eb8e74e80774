package kz.adalkezek.log;

/// Where hash tiles come from: a directory, a server, a mirror.
public interface TileSource {

    /// The first `width` hashes (1 to 256) of a tile, 32 bytes each.
    byte[] tile(int level, long number, int width);
}
