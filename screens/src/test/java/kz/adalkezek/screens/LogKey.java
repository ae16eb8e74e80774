package kz.adalkezek.screens;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import kz.adalkezek.log.KeyId;
import kz.adalkezek.log.KeyType;
import kz.adalkezek.log.NoteSigner;
import kz.adalkezek.log.VerifierKey;

/// A key of a log, another in each run.
final class LogKey implements NoteSigner {

    private static final int KEY_BYTES = 32;

    private final String name;
    private final KeyPair pair;
    private final byte[] publicKey;

    LogKey(String name) {
        this.name = name;
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        byte[] spki = pair.getPublic().getEncoded();
        publicKey = Arrays.copyOfRange(spki, spki.length - KEY_BYTES, spki.length);
    }

    VerifierKey verifierKey() {
        return VerifierKey.of(name, KeyType.NOTE, publicKey);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public KeyId keyId() {
        return KeyId.of(name, KeyType.NOTE, publicKey);
    }

    @Override
    public KeyType type() {
        return KeyType.NOTE;
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
