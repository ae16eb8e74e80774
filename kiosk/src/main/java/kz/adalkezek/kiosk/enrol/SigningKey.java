package kz.adalkezek.kiosk.enrol;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import kz.adalkezek.kiosk.disk.ForcedFile;
import kz.adalkezek.log.DeviceKey;

/// The kiosk's own Ed25519 key, made on this machine and never sent anywhere. The file is PKCS#8 as
/// text (RFC 7468), and behind it the public half as `SubjectPublicKeyInfo`: PKCS#8 of this key
/// type holds the private half alone.
public final class SigningKey {

    public static final String FILE = "kiosk.key";

    private static final int FILE_MAX_BYTES = 4_096;
    private static final int KEY_BYTES = 32;
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";

    private final PrivateKey secret;
    private final DeviceKey open;

    private SigningKey(PrivateKey secret, DeviceKey open) {
        this.secret = secret;
        this.open = open;
    }

    /// The key of this folder; the first call makes it.
    ///
    /// @throws IllegalStateException if the file is no such key: a person decides what to do
    public static SigningKey in(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        var bytes = ForcedFile.read(file, FILE_MAX_BYTES);
        if (bytes.isEmpty()) {
            ForcedFile.write(file, fresh());
            bytes = ForcedFile.read(file, FILE_MAX_BYTES);
        }
        return bytes.map(found -> new String(found, US_ASCII))
                .flatMap(SigningKey::read)
                .orElseThrow(() ->
                        new IllegalStateException(
                                file
                                        + " is not the key of a kiosk; put it aside and pair the"
                                        + " kiosk anew"));
    }

    /// The half that the branch knows.
    public DeviceKey open() {
        return open;
    }

    /// 64 bytes as base64url.
    public String sign(byte[] message) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(secret);
            signer.update(message);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot sign with Ed25519", e);
        }
    }

    private static byte[] fresh() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return (armoured(PRIVATE, pair.getPrivate().getEncoded())
                            + armoured(PUBLIC, pair.getPublic().getEncoded()))
                    .getBytes(US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no Ed25519", e);
        }
    }

    private static Optional<SigningKey> read(String text) {
        var secret = section(text, PRIVATE);
        var spki = section(text, PUBLIC).filter(bytes -> bytes.length >= KEY_BYTES);
        if (secret.isEmpty() || spki.isEmpty()) {
            return Optional.empty();
        }
        try {
            var key =
                    new SigningKey(
                            KeyFactory.getInstance("Ed25519")
                                    .generatePrivate(new PKCS8EncodedKeySpec(secret.get())),
                            DeviceKey.of(
                                    Arrays.copyOfRange(
                                            spki.get(),
                                            spki.get().length - KEY_BYTES,
                                            spki.get().length)));
            byte[] trial = FILE.getBytes(US_ASCII);
            return key.open.signed(trial, key.sign(trial)) ? Optional.of(key) : Optional.empty();
        } catch (InvalidKeySpecException | IllegalArgumentException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no Ed25519", e);
        }
    }

    private static String armoured(String what, byte[] der) {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
    }

    private static Optional<byte[]> section(String text, String what) {
        var begin = "-----BEGIN " + what + "-----\n";
        int from = text.indexOf(begin);
        int to = text.indexOf("\n-----END " + what + "-----\n");
        if (from < 0 || to < from + begin.length()) {
            return Optional.empty();
        }
        try {
            var body = text.substring(from + begin.length(), to).replace("\n", "");
            return Optional.of(Base64.getDecoder().decode(body));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
