package kz.adalkezek.kiosk.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.kiosk.disk.ForcedFile;
import kz.adalkezek.log.SignedCheckpoint;
import kz.adalkezek.log.SignedNote;
import kz.adalkezek.log.VerifierKey;

/// What the witness remembers, each a file of its folder: `vkey`, the newest `checkpoint`, and,
/// once it has refused a log, `refused` with `evidence/`.
final class Kept {

    private static final int KEY_MAX_BYTES = 1_000;
    private static final int WORDS_MAX_BYTES = 10_000;

    private final Path folder;

    /// @throws UncheckedIOException if the folder cannot be made
    Kept(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("could not make " + folder, e);
        }
    }

    Optional<VerifierKey> key() {
        return text("vkey", KEY_MAX_BYTES)
                .map(line ->
                        VerifierKey.parse(line.strip())
                                .orElseThrow(() ->
                                        new IllegalStateException(
                                                folder + "/vkey is no key of a log")));
    }

    void key(VerifierKey key) {
        write("vkey", (key.format() + "\n").getBytes(UTF_8));
    }

    /// The newest checkpoint that the key has signed.
    Optional<SignedCheckpoint> newest(VerifierKey key) {
        return bytes("checkpoint", SignedNote.MAX_BYTES)
                .map(note -> {
                    if (SignedCheckpoint.open(note, key.name(), List.of(key))
                            instanceof SignedCheckpoint.Opened.Believed(var checkpoint)) {
                        return checkpoint;
                    }
                    throw new IllegalStateException(
                            folder + "/checkpoint is not signed by the log's key");
                });
    }

    void newest(SignedNote note) {
        write("checkpoint", note.format());
    }

    /// Why the log is refused; nothing while it is not.
    Optional<String> refusal() {
        return text("refused", WORDS_MAX_BYTES);
    }

    /// Keeps both sides of the contradiction before it says that there is one.
    ///
    /// @param shown by the branch
    /// @param name of these files among others
    void refuse(String why, byte[] shown, String name) {
        try {
            var evidence = Files.createDirectories(folder.resolve("evidence"));
            var kept = bytes("checkpoint", SignedNote.MAX_BYTES);
            if (kept.isPresent()) {
                ForcedFile.write(evidence.resolve(name + "-kept.note"), kept.get());
            }
            ForcedFile.write(evidence.resolve(name + "-shown.note"), shown);
        } catch (IOException e) {
            throw new UncheckedIOException("could not keep the evidence", e);
        }
        write("refused", (why + "\n").getBytes(UTF_8));
    }

    /// Forgets what was believed; the evidence stays.
    void forget() {
        try {
            ForcedFile.delete(folder.resolve("checkpoint"));
            ForcedFile.delete(folder.resolve("vkey"));
            ForcedFile.delete(folder.resolve("refused"));
        } catch (IOException e) {
            throw new UncheckedIOException("could not forget the log", e);
        }
    }

    private Optional<String> text(String name, int maxBytes) {
        return bytes(name, maxBytes).map(bytes -> new String(bytes, UTF_8));
    }

    private Optional<byte[]> bytes(String name, int maxBytes) {
        try {
            return ForcedFile.read(folder.resolve(name), maxBytes);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + folder.resolve(name), e);
        }
    }

    private void write(String name, byte[] bytes) {
        try {
            ForcedFile.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("could not keep " + folder.resolve(name), e);
        }
    }
}
