package kz.adalkezek.kiosk.witness;

import java.util.Arrays;
import kz.adalkezek.kiosk.link.BranchLink;
import kz.adalkezek.kiosk.link.Reply;
import kz.adalkezek.log.Hash;
import kz.adalkezek.log.TilePath;
import kz.adalkezek.log.TileSource;

/// The hash tiles that the branch publishes.
final class LogTiles implements TileSource {

    private final BranchLink link;

    LogTiles(BranchLink link) {
        this.link = link;
    }

    /// A tile did not come, so nothing is proven and nothing disproven.
    static final class MissingException extends RuntimeException {
        private static final long serialVersionUID = 1;

        MissingException(String what) {
            super(what);
        }
    }

    /// The branch says that it has no such tile.
    static final class DeniedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        DeniedException(String what) {
            super(what);
        }
    }

    /// @throws DeniedException if the branch has no such tile
    /// @throws MissingException if the branch does not give it
    @Override
    public byte[] tile(int level, long number, int width) {
        var asked = TilePath.hashes(level, number, width);
        var answer = fetch(asked);
        if (!(answer instanceof Reply.Answer) && !asked.isFull()) {
            // A branch may drop a partial tile once the full one is there.
            answer = fetch(TilePath.hashes(level, number));
        }
        if (answer instanceof Reply.Answer<byte[]>(var bytes)
                && bytes.length >= width * Hash.BYTES) {
            return Arrays.copyOf(bytes, width * Hash.BYTES);
        }
        if (answer instanceof Reply.Refusal) {
            throw new DeniedException("it has no " + asked);
        }
        throw new MissingException(asked + " does not come");
    }

    private Reply<byte[]> fetch(TilePath path) {
        try {
            return link.log(path.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MissingException("interrupted");
        }
    }
}
