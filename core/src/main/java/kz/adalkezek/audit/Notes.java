package kz.adalkezek.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.audit.Finding.LogBroken;
import kz.adalkezek.log.Checkpoint;
import kz.adalkezek.log.KeyType;
import kz.adalkezek.log.SignedCheckpoint;
import kz.adalkezek.log.SignedCheckpoint.Opened;
import kz.adalkezek.log.VerifierKey;

/// Which key to believe, and the checkpoints that it has signed.
final class Notes {

    private Notes() {}

    /// @param pinned whether the reader gave the key; else the log itself did, which proves little
    /// @param place where it was found
    record Key(VerifierKey key, boolean pinned, String place) {}

    static Key key(LogSource source, Options options) throws UnreadableException {
        if (options.key().isPresent()) {
            return new Key(options.key().get(), true, "--vkey");
        }
        var own =
                source.key()
                        .orElseThrow(() ->
                                new UnreadableException(
                                        "the log has no key beside it; give one with" + " --vkey"));
        var text = own.text();
        return VerifierKey.parse(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text)
                .filter(key -> key.type() == KeyType.NOTE)
                .map(key -> new Key(key, false, own.place()))
                .orElseThrow(
                        () -> new UnreadableException(own.place() + " is not the key of a log"));
    }

    /// The log's newest checkpoint; nothing, and a finding, if it is not to be believed.
    static Optional<Checkpoint> checkpoint(LogSource source, VerifierKey key, Findings findings)
            throws UnreadableException {
        var note = source.checkpoint();
        if (note.isEmpty()) {
            findings.add(new LogBroken("checkpoint", "this file is missing"));
            return Optional.empty();
        }
        return switch (SignedCheckpoint.open(note.get(), key.name(), List.of(key))) {
            case Opened.Believed(var believed) -> Optional.of(believed.checkpoint());
            case Opened.Refused(var why) -> {
                findings.add(new LogBroken("checkpoint", Words.of(why)));
                yield Optional.empty();
            }
        };
    }

    /// An older checkpoint that the reader has kept. What the same key has not signed proves
    /// nothing against the log.
    static Checkpoint since(Path file, VerifierKey key) throws UnreadableException {
        try (var in = Files.newInputStream(file)) {
            var note = in.readNBytes(LogSource.CHECKPOINT_MAX_BYTES + 1);
            return switch (SignedCheckpoint.open(note, key.name(), List.of(key))) {
                case Opened.Believed(var believed) -> believed.checkpoint();
                case Opened.Refused(var why) ->
                        throw new UnreadableException(
                                file
                                        + " cannot be compared with the log: "
                                        + Words.of(why)
                                        + " (key "
                                        + key
                                        + ")");
            };
        } catch (UnreadableException e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableException(file + " cannot be read (" + e + ")", e);
        }
    }
}
