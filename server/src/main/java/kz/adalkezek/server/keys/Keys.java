package kz.adalkezek.server.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/// The directory `keys/`: `log.seed`, 32 bytes for the owner's eyes only, and `log.vkey`, one line
/// for everybody.
public final class Keys {

    private static final String SEED_MODE = "rw-------";
    private static final String VKEY_MODE = "rw-r--r--";

    private final Path seedFile;
    private final Path vkeyFile;
    private final String origin;

    private Keys(Path directory, String origin) {
        this.seedFile = directory.resolve("log.seed");
        this.vkeyFile = directory.resolve("log.vkey");
        this.origin = origin;
    }

    /// The log's signer; its key is made when there has never been one.
    ///
    /// @param origin the name of the log
    /// @throws KeyException if others may read the seed, if the seed is gone, or if the public key
    ///   is another one's
    public static Ed25519Signer load(Path directory, String origin, SecureRandom random) {
        var keys = new Keys(directory, origin);
        try {
            Files.createDirectories(directory);
            return keys.load(random);
        } catch (IOException e) {
            throw new KeyException("could not read or make the log's key in " + directory, e);
        }
    }

    private Ed25519Signer load(SecureRandom random) throws IOException {
        if (!Files.exists(seedFile)) {
            make(random);
        }
        requireMode();
        byte[] seed = Files.readAllBytes(seedFile);
        if (seed.length != Ed25519Signer.SEED_BYTES) {
            throw new KeyException(seedFile + " must have 32 bytes but has " + seed.length);
        }
        var signer = new Ed25519Signer(origin, seed);
        var vkey = signer.key().format() + "\n";
        if (!Files.exists(vkeyFile)) {
            write(vkeyFile, vkey.getBytes(US_ASCII), VKEY_MODE);
        } else if (!Files.readString(vkeyFile, US_ASCII).equals(vkey)) {
            throw new KeyException(
                    vkeyFile
                            + " is not the public key of "
                            + seedFile
                            + " under the origin "
                            + origin
                            + "; a log keeps its key and its origin for life");
        }
        return signer;
    }

    private void make(SecureRandom random) throws IOException {
        if (Files.exists(vkeyFile)) {
            throw new KeyException(
                    seedFile
                            + " is gone but "
                            + vkeyFile
                            + " is there: bring the seed back, a new one would be another log's");
        }
        var seed = new byte[Ed25519Signer.SEED_BYTES];
        random.nextBytes(seed);
        write(seedFile, seed, SEED_MODE);
    }

    private void requireMode() throws IOException {
        var mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(seedFile));
        if (!mode.equals(SEED_MODE)) {
            throw new KeyException(
                    seedFile
                            + " has mode "
                            + mode
                            + " but must be "
                            + SEED_MODE
                            + " (0600), so that only its owner can sign for the log");
        }
    }

    /// A power cut leaves the whole file or none.
    private static void write(Path file, byte[] bytes, String mode) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".tmp");
        Files.deleteIfExists(fresh);
        var permissions =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
        try (var channel = FileChannel.open(fresh, Set.of(CREATE_NEW, WRITE), permissions)) {
            var rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        var directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            try (var names = FileChannel.open(directory, READ)) {
                names.force(true);
            }
        }
    }
}
