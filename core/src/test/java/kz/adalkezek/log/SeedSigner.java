package kz.adalkezek.log;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/// A key from a seed of 32 bytes, signing with the JDK.
public final class SeedSigner implements NoteSigner {

    private final String name;
    private final KeyType type;
    private final PrivateKey privateKey;
    private final byte[] publicKey;

    SeedSigner(String name, KeyType type, byte[] seed) {
        this.name = name;
        this.type = type;
        var pair = pair(seed);
        this.privateKey = pair.getPrivate();
        byte[] spki = pair.getPublic().getEncoded();
        this.publicKey = Arrays.copyOfRange(spki, spki.length - 32, spki.length);
    }

    /// A key whose seed is one byte, 32 times.
    public static SeedSigner log(String name, int seed) {
        return new SeedSigner(name, KeyType.NOTE, seed(seed));
    }

    public static SeedSigner witness(String name, int seed) {
        return new SeedSigner(name, KeyType.COSIGNATURE, seed(seed));
    }

    public VerifierKey verifierKey() {
        return VerifierKey.of(name, type, publicKey);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public KeyId keyId() {
        return KeyId.of(name, type, publicKey);
    }

    @Override
    public KeyType type() {
        return type;
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] seed(int value) {
        var seed = new byte[32];
        Arrays.fill(seed, (byte) value);
        return seed;
    }

    private static KeyPair pair(byte[] seed) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new GivenBytes(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /// Gives the seed where the JDK asks for chance; it has no other way from a seed to the public
    /// key.
    private static final class GivenBytes extends SecureRandom {
        private static final long serialVersionUID = 1;

        private final byte[] given;

        GivenBytes(byte[] given) {
            this.given = given;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(given, 0, bytes, 0, bytes.length);
        }
    }
}
