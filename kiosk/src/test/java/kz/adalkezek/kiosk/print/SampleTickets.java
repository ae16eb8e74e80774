package kz.adalkezek.kiosk.print;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import kz.adalkezek.log.Checkpoint;
import kz.adalkezek.log.Hash;
import kz.adalkezek.log.KeyId;
import kz.adalkezek.log.KeyType;
import kz.adalkezek.log.NoteSigner;
import kz.adalkezek.log.Receipt;
import kz.adalkezek.log.SignedNote;
import kz.adalkezek.log.VerifierKey;
import kz.adalkezek.queue.TicketNumber;

/// Tickets of a demo branch on 22 November 2026, with receipts that verify.
public final class SampleTickets {

    static final String PAGE = "https://queue.example.gov/t#";
    static final String ADDRESS = "https://queue.example.gov/t/4h2kq9wz7m3x8c1v5b6n0p2r4t";
    static final String ENTRY =
            "{\"arrival\":1795320001120,\"at\":1795320001180,\"by\":\"kiosk-1\",\"c\":"
                    + "\"q3q1Y0r0mS2g0o8J6d7b3Vt2w9m1f4K8h5s6P0aZxcU\",\"claim\":1795320001120,"
                    + "\"credit\":0,\"dn\":47,\"fair\":1795320001120,\"groups\":[\"SOC\"],"
                    + "\"i\":4711,\"number\":\"K047\",\"t\":\"ticket.issued\",\"v\":1}";
    static final long SIZE = 4_712;
    private static final byte[] NONCE = "0123456789abcdef".getBytes(UTF_8);

    private final DemoKey key = new DemoKey("queue.example.gov/branch/0042/log1");
    final Receipt receipt = fullReceipt(SIZE, Long.bitCount(SIZE - 1));

    /// A full receipt as the branch tells it, the seventh hash of whose proof is the last.
    public static String receiptUrl() {
        return PAGE + new SampleTickets().receipt.digits();
    }

    List<VerifierKey> logKeys() {
        return List.of(key.verifierKey());
    }

    Ticket in(Language language) {
        return of(language, 6, false, false, receipt);
    }

    Ticket of(Language language, int ahead, boolean ground, boolean reprint, Receipt receipt) {
        var wait = new Wait(Duration.ofMinutes(10), Duration.ofMinutes(15), false);
        return of(language, new Ticket.Origin.Branch(ahead, wait, PAGE, receipt), ground, reprint);
    }

    Ticket offline(Language language) {
        return of(language, new Ticket.Origin.Kiosk(ADDRESS), false, false);
    }

    private static Ticket of(
            Language language, Ticket.Origin origin, boolean ground, boolean reprint) {
        return new Ticket(
                TicketNumber.parse("K047"),
                language,
                named(
                        language,
                        "Қалалық ашық фронт-офис № 1",
                        "Городской открытый фронт-офис № 1",
                        "City open front office No. 1"),
                List.of(
                        named(
                                language,
                                "Жылжымайтын мүлікке құқықтарды тіркеу",
                                "Регистрация прав на недвижимое имущество",
                                "Registration of rights to real estate")),
                List.of(
                        named(
                                language,
                                "Әлеуметтік қолдау",
                                "Социальная поддержка",
                                "Social support")),
                LocalDateTime.of(2026, 11, 22, 9, 0, 1),
                origin,
                ground,
                reprint);
    }

    /// The last entry of a log of that size; what came before is left to chance.
    Receipt fullReceipt(long size, int pathLength) {
        var path =
                IntStream.range(0, pathLength)
                        .mapToObj(i -> Hash.leaf(new byte[] {(byte) i}))
                        .toList();
        var root = Hash.leaf(ENTRY.getBytes(UTF_8));
        for (var left : path) {
            root = Hash.node(left, root);
        }
        var checkpoint = new Checkpoint(key.name(), size, root);
        var line = SignedNote.sign(checkpoint.text(), key).signatures().getFirst();
        return Receipt.of(checkpoint, line, size - 1, NONCE).withEntry(ENTRY.getBytes(UTF_8), path);
    }

    private static String named(Language language, String kk, String ru, String en) {
        return switch (language) {
            case KK -> kk;
            case RU -> ru;
            case EN -> en;
        };
    }

    private static final class DemoKey implements NoteSigner {

        private static final int KEY_BYTES = 32;

        private final String name;
        private final KeyPair pair;

        DemoKey(String name) {
            this.name = name;
            try {
                this.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        VerifierKey verifierKey() {
            return VerifierKey.of(name, KeyType.NOTE, publicKey());
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public KeyId keyId() {
            return KeyId.of(name, KeyType.NOTE, publicKey());
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

        private byte[] publicKey() {
            byte[] spki = pair.getPublic().getEncoded();
            return Arrays.copyOfRange(spki, spki.length - KEY_BYTES, spki.length);
        }
    }
}
