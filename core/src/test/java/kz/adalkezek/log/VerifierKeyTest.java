package kz.adalkezek.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierKeyTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final String SPECIFICATION_KEY =
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final BigInteger GROUP_ORDER =
            new BigInteger("1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed", 16);

    /// RFC 8032 section 7.1, tests 1 to 3: seed, public key, message, signature.
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac"
                + "c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e"
                + "458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
                + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
                + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290"
                + "ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    })
    void verifiesTheVectorsOfTheRfcAndNoSecondSpelling(
            String seed, String publicKey, String message, String signature) {
        var key = VerifierKey.of("rfc.example", KeyType.NOTE, HEX.parseHex(publicKey));
        byte[] text = HEX.parseHex(message);
        byte[] signed = HEX.parseHex(signature);

        assertThat(key.verify(text, signed)).isTrue();
        assertThat(key.verify(text, withGroupOrderAdded(signed))).isFalse();
        assertThat(key.verify(text, Arrays.copyOf(signed, 63))).isFalse();
        assertThat(key.verify(text, Arrays.copyOf(signed, 65))).isFalse();
        assertThat(key.verify(new byte[] {1}, signed)).isFalse();
        for (int i = 0; i < signed.length; i++) {
            var spoiled = signed.clone();
            spoiled[i] ^= 1;
            assertThat(key.verify(text, spoiled)).as("byte %d spoiled", i).isFalse();
        }
        var signer = new SeedSigner("rfc.example", KeyType.NOTE, HEX.parseHex(seed));
        assertThat(signer.verifierKey()).isEqualTo(key);
        assertThat(signer.sign(text)).isEqualTo(signed);
    }

    @Test
    void takesSJustBelowTheGroupOrderToTheEquationAndNotTheOrderItself() {
        var key = SeedSigner.log("a", 1).verifierKey();
        var below = withS(new byte[64], GROUP_ORDER.subtract(BigInteger.ONE));
        var order = withS(new byte[64], GROUP_ORDER);
        assertThat(key.verify(new byte[0], below)).isFalse();
        assertThat(key.verify(new byte[0], order)).isFalse();
    }

    @Test
    void readsAndWritesTheKeyOfTheSpecification() {
        var key = VerifierKey.parse(SPECIFICATION_KEY).orElseThrow();
        assertThat(key.name()).isEqualTo("example.com/foo");
        assertThat(key.type()).isEqualTo(KeyType.NOTE);
        assertThat(key.keyId().hex()).isEqualTo("530d903a");
        assertThat(key.format()).isEqualTo(SPECIFICATION_KEY);
    }

    @Test
    void readsACosignersKey() {
        var key = SeedSigner.witness("witness.example/w1", 3).verifierKey();
        assertThat(VerifierKey.parse(key.format())).contains(key);
        assertThat(key.keyId())
                .isNotEqualTo(SeedSigner.log("witness.example/w1", 3).verifierKey().keyId());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/foo",
                "example.com/foo+530d903a",
                "example.com/foo+530d903a+",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+30d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k=",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2",
                "example.com/foo+530d903a+BekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n",
                " example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
            })
    void refusesAnyOtherForm(String vkey) {
        assertThat(VerifierKey.parse(vkey)).isEmpty();
    }

    @Test
    void refusesBytesThatAreNoPointOnTheCurveOrASecondSpellingOfOne() {
        assertThat(Ed25519.publicKey(HEX.parseHex("02" + "00".repeat(31)))).isEmpty();
        assertThat(Ed25519.publicKey(HEX.parseHex("ee" + "ff".repeat(30) + "7f"))).isEmpty();
        assertThat(Ed25519.publicKey(new byte[31])).isEmpty();
        assertThat(Ed25519.publicKey(new byte[33])).isEmpty();
        assertThatThrownBy(() -> VerifierKey.of("a", KeyType.NOTE, new byte[31]))
                .hasMessageContaining("Ed25519");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "a+b",
                "a\nb",
                "a\tb",
                "a\u00a0b",
                "a\u0085b",
                "a\u2003b",
                "\u3000"
            })
    void refusesANameThatANoteCouldNotHold(String name) {
        byte[] key = SeedSigner.log("a", 1).verifierKey().publicKey();
        assertThatThrownBy(() -> VerifierKey.of(name, KeyType.NOTE, key))
                .hasMessageContaining("key name");
    }

    @Test
    void takesNamesFromOneByteTo255() {
        assertThat(Checkpoint.isOrigin("a")).isTrue();
        assertThat(Checkpoint.isOrigin("a".repeat(255))).isTrue();
        assertThat(Checkpoint.isOrigin("a".repeat(256))).isFalse();
        assertThat(Checkpoint.isOrigin("ә".repeat(127) + "a")).isTrue();
        assertThat(Checkpoint.isOrigin("ә".repeat(128))).isFalse();
        assertThat(Checkpoint.isOrigin("half a pair: \ud83d".replace(" ", ""))).isFalse();
    }

    private static byte[] withGroupOrderAdded(byte[] signature) {
        var s = new BigInteger(1, reversed(Arrays.copyOfRange(signature, 32, 64)));
        return withS(signature, s.add(GROUP_ORDER));
    }

    private static byte[] withS(byte[] signature, BigInteger s) {
        var bytes = new byte[32];
        byte[] big = s.toByteArray();
        for (int i = 0; i < Math.min(32, big.length); i++) {
            bytes[31 - i] = big[big.length - 1 - i];
        }
        var changed = signature.clone();
        System.arraycopy(reversed(bytes), 0, changed, 32, 32);
        return changed;
    }

    private static byte[] reversed(byte[] bytes) {
        var reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
