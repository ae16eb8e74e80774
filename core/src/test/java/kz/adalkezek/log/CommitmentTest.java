package kz.adalkezek.log;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommitmentTest {

    private static final byte[] NONCE = "0123456789abcdef".getBytes(US_ASCII);
    private static final Map<String, Object> FIELDS =
            Map.of("services", List.of("ID-CARD"), "language", "kk");

    /// Made once with OpenSSL: `printf '%s' '{"language":"kk","services":["ID-CARD"]}' | openssl
    /// dgst -sha256 -hmac 0123456789abcdef -binary`.
    @Test
    void isTheHmacOfTheCanonicalBytes() {
        assertThat(Commitment.of(NONCE, FIELDS))
                .isEqualTo("0v0emsv8CFX4u1Ye8eu-6RDktVP95p9SHpZlZnPiVVI");
    }

    @Test
    void opensWithItsOwnKeyAndFieldsOnly() {
        var commitment = Commitment.of(NONCE, FIELDS);
        assertThat(Commitment.opens(commitment, NONCE, FIELDS)).isTrue();
        assertThat(Commitment.opens(commitment, new byte[16], FIELDS)).isFalse();
        assertThat(Commitment.opens(commitment, NONCE, Map.of("language", "kk"))).isFalse();
        assertThat(Commitment.opens(commitment + "=", NONCE, FIELDS)).isFalse();
        assertThat(Commitment.opens("", NONCE, FIELDS)).isFalse();
    }

    @Test
    void needsAKeyOf16BytesOrMore() {
        assertThat(Commitment.of(new byte[16], FIELDS)).hasSize(43);
        assertThat(Commitment.of(new byte[32], FIELDS)).hasSize(43);
        assertThatThrownBy(() -> Commitment.of(new byte[15], FIELDS)).hasMessageContaining("15");
    }
}
