package kz.adalkezek.queue;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import kz.adalkezek.log.DeviceKey;

/// A kiosk's key that is the same in every run.
final class SignedKiosk {

    private static final KeyPair PAIR = pair((byte) 7);
    private static final KeyPair OTHER = pair((byte) 8);

    static final DeviceKey KEY = key(PAIR);

    private SignedKiosk() {}

    static Event.Signed signed(KioskEntry entry) {
        return signed(PAIR, entry);
    }

    static Event.Signed signedByAnother(KioskEntry entry) {
        return signed(OTHER, entry);
    }

    private static Event.Signed signed(KeyPair pair, KioskEntry entry) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(pair.getPrivate());
            signer.update(entry.statement());
            var text = Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());
            return new Event.Signed(entry.entry(), entry.previous(), text);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair pair(byte seed) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new SameBytes(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static DeviceKey key(KeyPair pair) {
        byte[] spki = pair.getPublic().getEncoded();
        return DeviceKey.of(Arrays.copyOfRange(spki, spki.length - 32, spki.length));
    }

    /// Not random at all, so that examples stay as they are.
    private static final class SameBytes extends SecureRandom {
        private static final long serialVersionUID = 1;
        private final byte value;

        SameBytes(byte value) {
            this.value = value;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            Arrays.fill(bytes, value);
        }
    }
}
