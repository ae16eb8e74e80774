package kz.adalkezek.server.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.HexFormat;
import java.util.Random;
import kz.adalkezek.log.KeyType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ed25519SignerTest {

    private static final HexFormat HEX = HexFormat.of();

    /// RFC 8032 section 7.1, tests 1 and 2.
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac"
                + "c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e"
                + "458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    })
    void signsTheVectorsOfTheStandard(String seed, String key, String message, String signature) {
        var signer = new Ed25519Signer("example.com/log", HEX.parseHex(seed));
        assertThat(HEX.formatHex(signer.key().publicKey())).isEqualTo(key);
        assertThat(HEX.formatHex(signer.sign(HEX.parseHex(message)))).isEqualTo(signature);
    }

    @Test
    void signsTheSameBytesAsTheJdk() throws Exception {
        var seed = new byte[Ed25519Signer.SEED_BYTES];
        new Random(7).nextBytes(seed);
        var message = "queue.example.gov/log1\n5\nroot\n".getBytes(UTF_8);
        var jdk = Signature.getInstance("Ed25519");
        jdk.initSign(
                KeyFactory.getInstance("Ed25519")
                        .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed)));
        jdk.update(message);
        var signer = new Ed25519Signer("example.com/log", seed);
        assertThat(signer.sign(message)).isEqualTo(jdk.sign());
        assertThat(signer.key().verify(message, signer.sign(message))).isTrue();
    }

    @Test
    void namesItselfAsItsKeyDoes() {
        var signer = new Ed25519Signer("example.com/log", new byte[32]);
        assertThat(signer.name()).isEqualTo("example.com/log");
        assertThat(signer.type()).isEqualTo(KeyType.NOTE);
        assertThat(signer.keyId()).isEqualTo(signer.key().keyId());
    }

    @Test
    void takesASeedOf32BytesOnly() {
        for (int length : new int[] {0, 31, 33, 64}) {
            assertThatThrownBy(() -> new Ed25519Signer("example.com/log", new byte[length]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
