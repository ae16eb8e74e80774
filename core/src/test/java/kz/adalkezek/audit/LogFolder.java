package kz.adalkezek.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.adalkezek.log.Checkpoint;
import kz.adalkezek.log.EntryBundle;
import kz.adalkezek.log.Frontier;
import kz.adalkezek.log.Hash;
import kz.adalkezek.log.HashTile;
import kz.adalkezek.log.SeedSigner;
import kz.adalkezek.log.SignedNote;
import kz.adalkezek.log.TilePath;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.EventCodec;

/// Writes logs to a disk, with every hash from the definition.
final class LogFolder {

    static final SeedSigner SIGNER = SeedSigner.log(Town.ORIGIN, 7);

    private LogFolder() {}

    /// As a branch keeps it: the last bundle grows under its full name, and only full hash tiles
    /// are there.
    ///
    /// @param data the data directory
    /// @return the log
    static Path branch(Path data, List<Entry> entries) {
        var log = data.resolve("log");
        write(log, bytes(entries), false);
        writeFile(data.resolve("keys/log.vkey"), (SIGNER.verifierKey() + "\n").getBytes(UTF_8));
        return log;
    }

    /// As a static server needs it: with partial tiles for its size, and the key inside.
    static Path copy(Path log, List<Entry> entries) {
        write(log, bytes(entries), true);
        writeFile(log.resolve("vkey"), (SIGNER.verifierKey() + "\n").getBytes(UTF_8));
        return log;
    }

    static List<byte[]> bytes(List<Entry> entries) {
        return entries.stream().map(EventCodec::encode).toList();
    }

    static Checkpoint checkpoint(List<byte[]> entries) {
        var frontier = Frontier.EMPTY;
        for (var entry : entries) {
            frontier = frontier.plus(Hash.leaf(entry));
        }
        return new Checkpoint(Town.ORIGIN, entries.size(), frontier.root());
    }

    static byte[] signed(Checkpoint checkpoint) {
        return SignedNote.sign(checkpoint.text(), SIGNER).format();
    }

    static void write(Path log, List<byte[]> entries, boolean partialTiles) {
        for (int from = 0; from < entries.size(); from += EntryBundle.MAX_ENTRIES) {
            var bundle =
                    entries.subList(from, Math.min(entries.size(), from + EntryBundle.MAX_ENTRIES));
            int width = partialTiles ? bundle.size() : EntryBundle.MAX_ENTRIES;
            var bytes = new ByteArrayOutputStream();
            bundle.forEach(entry -> bytes.writeBytes(EntryBundle.framed(entry)));
            var path = TilePath.entries(from / EntryBundle.MAX_ENTRIES, width);
            writeFile(log.resolve(path.toString()), bytes.toByteArray());
        }
        var hashes = entries.stream().map(Hash::leaf).toList();
        for (int level = 0; !hashes.isEmpty(); level++) {
            hashes = writeTiles(log, level, hashes, partialTiles);
        }
        writeFile(log.resolve("checkpoint"), signed(checkpoint(entries)));
    }

    private static List<Hash> writeTiles(
            Path log, int level, List<Hash> hashes, boolean partialTiles) {
        var above = new ArrayList<Hash>();
        for (int from = 0; from < hashes.size(); from += HashTile.FULL_WIDTH) {
            var tile =
                    HashTile.of(
                            hashes.subList(
                                    from, Math.min(hashes.size(), from + HashTile.FULL_WIDTH)));
            boolean full = tile.width() == HashTile.FULL_WIDTH;
            if (full) {
                above.add(tile.root(HashTile.HEIGHT, 0));
            }
            if (full || partialTiles) {
                var path = TilePath.hashes(level, from / HashTile.FULL_WIDTH, tile.width());
                writeFile(log.resolve(path.toString()), tile.bytes());
            }
        }
        return above;
    }

    /// Every file below the log but its key, by path.
    static List<String> files(Path log) {
        try (Stream<Path> files = Files.walk(log)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> log.relativize(file).toString())
                    .filter(name -> !name.equals("vkey"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void writeFile(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] readFile(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
