package kz.adalkezek.server.keys;

import kz.adalkezek.log.KeyId;
import kz.adalkezek.log.KeyType;
import kz.adalkezek.log.NoteSigner;
import kz.adalkezek.log.VerifierKey;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// Signs with a seed in memory. BouncyCastle's low-level Ed25519 makes the same bytes as the JDK's
/// in a twentieth of the time.
public final class Ed25519Signer implements NoteSigner {

    public static final int SEED_BYTES = Ed25519.SECRET_KEY_SIZE;

    private final Ed25519PrivateKeyParameters secret;
    private final VerifierKey key;

    /// @param name the key's name, for a log its origin
    /// @param seed the 32 bytes of RFC 8032 section 5.1.5
    /// @throws IllegalArgumentException if the name cannot be a key's, or the seed's length is
    ///   wrong
    public Ed25519Signer(String name, byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("a seed has 32 bytes but was " + seed.length);
        }
        secret = new Ed25519PrivateKeyParameters(seed);
        key = VerifierKey.of(name, KeyType.NOTE, secret.generatePublicKey().getEncoded());
    }

    /// The public half.
    public VerifierKey key() {
        return key;
    }

    @Override
    public String name() {
        return key.name();
    }

    @Override
    public KeyId keyId() {
        return key.keyId();
    }

    @Override
    public KeyType type() {
        return key.type();
    }

    @Override
    public byte[] sign(byte[] message) {
        var signature = new byte[Ed25519.SIGNATURE_SIZE];
        secret.sign(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
        return signature;
    }
}
