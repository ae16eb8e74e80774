package kz.adalkezek.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import kz.adalkezek.queue.Rules;

/// Names the software that runs: the first entry of a log tells it.
final class Build {

    /// As in `pom.xml`.
    static final String VERSION = "0.1.0";

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    private Build() {}

    /// Names what the machine has run since it was switched on: the same for all starts of programs
    /// until then.
    static String boot() {
        try {
            return Files.readString(BOOT).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read when this machine was switched on", e);
        }
    }

    /// SHA-256 over the program's own files, names and bytes in the order of the names, lower-case
    /// hex.
    static String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var root : List.of(home(Rules.class), home(Build.class))) {
                for (var file : files(root)) {
                    digest.update(root.relativize(file).toString().getBytes(UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform must provide SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the program's own files", e);
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program does not know where it lies", e);
        }
    }
}
