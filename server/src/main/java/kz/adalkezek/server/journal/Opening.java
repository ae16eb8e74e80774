package kz.adalkezek.server.journal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import kz.adalkezek.log.NoteSigner;
import kz.adalkezek.log.VerifierKey;
import kz.adalkezek.server.journal.Recovery.Recovered;
import kz.adalkezek.server.journal.Remembered.Proven;
import org.jspecify.annotations.Nullable;

/// The parts of a journal, once the log has proven right.
///
/// @param published nothing while the log is empty
record Opening(
        Disk disk,
        Bundles bundles,
        Writer writer,
        FullReading fullReading,
        CheckpointFile checkpointFile,
        long dayOpened,
        @Nullable Published published) {

    /// Looks first and changes nothing; cuts and repairs next; signs what is whole; and only then
    /// starts the reading of the older log.
    static Opening of(
            Disk disk,
            Path log,
            Path signed,
            NoteSigner signer,
            VerifierKey key,
            Consumer<JournalException> onDifference) {
        var bundles = new Bundles(disk, log);
        var tiles = new Tiles(disk, log);
        var checkpoint = log.resolve("checkpoint");
        var memory = Memory.read(disk, checkpoint, signed, key);
        var found = new Recovery(bundles, tiles, memory).run();

        var copies = new SignedCopies(disk, signed, memory.newestCopy().map(Proven::file));
        var writer = new Writer(new BundleWriter(bundles), tiles, found.edge(), copies, signer);
        var published = publish(bundles, memory, found, writer);
        var checkpointFile = new CheckpointFile(disk, checkpoint);
        published.ifPresent(checkpointFile::restore);
        var fullReading =
                new FullReading(bundles, tiles, found.unread(), memory.proven(), onDifference);
        fullReading.start();
        return new Opening(
                disk,
                bundles,
                writer,
                fullReading,
                checkpointFile,
                found.dayOpened(),
                published.orElse(null));
    }

    private static Optional<Published> publish(
            Bundles bundles, Memory memory, Recovered found, Writer writer) {
        var tree = found.edge().tree();
        long signedSize = memory.signedSize();
        long size = found.edge().size();
        if (size > signedSize) {
            var leaves = LongStream.range(signedSize, size).mapToObj(i -> tree.at(0, i)).toList();
            var stored = bundles.storeAgain(signedSize, size);
            Writer.requireLeaves(stored, leaves, signedSize);
            return Optional.of(writer.sign());
        }
        // The process before may have died over the force of this very note.
        memory.newest().ifPresent(it -> writer.remember(it.note()));
        return memory.newest().map(it -> new Published(it.checkpoint(), it.signed().note(), tree));
    }
}
