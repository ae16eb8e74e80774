package kz.adalkezek.log;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashTest {

    @Test
    void hashesAsTheRfcDoes() {
        assertThat(Hash.of("abc".getBytes(US_ASCII)).hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Hash.leaf(new byte[0]).hex())
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(Hash.node(Hash.leaf(new byte[0]), Hash.leaf(new byte[] {0})).hex())
                .isEqualTo("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
    }

    @Test
    void cannotBeChangedThroughItsBytes() {
        var bytes = Hash.EMPTY_TREE.bytes();
        var hash = Hash.fromBytes(bytes);
        bytes[0] ^= 1;
        hash.bytes()[1] ^= 1;
        assertThat(hash).isEqualTo(Hash.EMPTY_TREE).hasSameHashCodeAs(Hash.EMPTY_TREE);
        assertThat(Hash.fromBytes(bytes)).isNotEqualTo(hash);
    }

    @Test
    void has32Bytes() {
        assertThatThrownBy(() -> Hash.fromBytes(new byte[31])).hasMessageContaining("was 31");
        assertThatThrownBy(() -> Hash.fromBytes(new byte[33])).hasMessageContaining("was 33");
        assertThat(Hash.fromBytes(new byte[33], 1)).isEqualTo(Hash.fromBytes(new byte[32]));
        assertThatThrownBy(() -> Hash.fromBytes(new byte[33], 2))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void readsItsBase64Back() {
        assertThat(Hash.fromBase64(Hash.EMPTY_TREE.base64())).isEqualTo(Hash.EMPTY_TREE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU",
                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=",
                "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=",
                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuA==",
                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFUA",
                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
            })
    void refusesEveryOtherBase64(String text) {
        assertThat(Hash.parseBase64(text)).isEmpty();
        assertThatThrownBy(() -> Hash.fromBase64(text)).hasMessageContaining("32 bytes of base64");
    }

    @Test
    void isTheSameFromManyThreadsAtOnce() {
        var expected = Hash.leaf(new byte[] {1});
        assertThat(
                        IntStream.range(0, 20_000)
                                .parallel()
                                .allMatch(_ -> Hash.leaf(new byte[] {1}).equals(expected)))
                .isTrue();
    }
}
