package kz.adalkezek.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import kz.adalkezek.log.DeviceKey;

/// The key of the demo's kiosk, laid where that kiosk looks for its own: a real one makes it itself
/// and shows the public half when it is paired.
final class DemoKey {

    private static final int KEY_BYTES = 32;
    private static final String PUBLIC = "PUBLIC KEY";

    private DemoKey() {}

    /// Makes the key of a kiosk that the log does not know yet; later starts leave it as it is.
    ///
    /// @param folder in which the kiosk keeps what it needs
    /// @param known whether the log knows the kiosk already, with the key that is there
    static Optional<DeviceKey> in(Path folder, boolean known) throws IOException {
        var file = folder.resolve("kiosk.key");
        if (known || Files.exists(file)) {
            return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
        }
        Files.createDirectories(folder);
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    file,
                    armoured("PRIVATE KEY", pair.getPrivate().getEncoded())
                            + armoured(PUBLIC, pair.getPublic().getEncoded()),
                    US_ASCII);
            return Optional.of(open(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no Ed25519", e);
        }
    }

    private static DeviceKey read(Path file) throws IOException {
        var text = Files.readString(file, US_ASCII);
        var begin = "-----BEGIN " + PUBLIC + "-----\n";
        int from = text.indexOf(begin);
        int to = text.indexOf("\n-----END " + PUBLIC);
        if (from < 0 || to < from) {
            throw new IOException(file + " is not the key of a kiosk; delete the demo's folder");
        }
        return open(Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to)));
    }

    private static DeviceKey open(byte[] spki) {
        return DeviceKey.of(Arrays.copyOfRange(spki, spki.length - KEY_BYTES, spki.length));
    }

    private static String armoured(String what, byte[] der) {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
    }
}
