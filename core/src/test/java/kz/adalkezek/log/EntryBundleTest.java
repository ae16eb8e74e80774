package kz.adalkezek.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EntryBundleTest {

    @Test
    void putsTheLengthInTwoBytesBeforeTheEntry() {
        assertThat(EntryBundle.framed(new byte[] {7, 8})).containsExactly(0, 2, 7, 8);
        assertThat(EntryBundle.framed(new byte[0x1234])).startsWith(0x12, 0x34).hasSize(0x1236);
    }

    @Test
    void takesEntriesFromOneByteToTheLimit() {
        var largest = EntryBundle.parse(EntryBundle.framed(new byte[65_535]));
        assertThat(largest.entries().getFirst()).hasSize(65_535);
        assertThat(largest.length()).isEqualTo(65_537);
        assertThat(EntryBundle.parse(EntryBundle.framed(new byte[1])).entries()).hasSize(1);
        assertThatThrownBy(() -> EntryBundle.framed(new byte[65_536]))
                .hasMessageContaining("65536");
        assertThatThrownBy(() -> EntryBundle.framed(new byte[0])).hasMessageContaining("was 0");
    }

    @Test
    void readsTheWholeEntriesBeforeACutAtEveryByte() {
        byte[] file = bundle(3);
        for (int cut = 0; cut <= file.length; cut++) {
            var parsed = EntryBundle.parse(Arrays.copyOf(file, cut));
            assertThat(parsed.entries()).hasSize(cut / 4);
            assertThat(parsed.length()).isEqualTo(cut / 4 * 4);
        }
    }

    @Test
    void readsNoEntryFromTheZerosOfAnUnfinishedWrite() {
        assertThat(EntryBundle.parse(new byte[512]).entries()).isEmpty();
        var zerosBehind = EntryBundle.parse(Arrays.copyOf(bundle(2), 512));
        assertThat(zerosBehind.entries()).hasSize(2);
        assertThat(zerosBehind.length()).isEqualTo(8);
    }

    @Test
    void holdsNoMoreThan256Entries() {
        assertThat(EntryBundle.parse(bundle(256)).entries()).hasSize(256);
        assertThat(EntryBundle.parse(bundle(257)).entries()).hasSize(256);
        assertThat(EntryBundle.parse(bundle(257)).length()).isEqualTo(256 * 4);
    }

    @Test
    void givesAVerifierExactlyTheCountAndNotOneByteMore() {
        byte[] file = bundle(3);
        assertThat(EntryBundle.parseExactly(file, 3).orElseThrow().entries())
                .containsExactly(new byte[] {0, 1}, new byte[] {1, 1}, new byte[] {2, 1});
        assertThat(EntryBundle.parseExactly(file, 2)).isEmpty();
        assertThat(EntryBundle.parseExactly(file, 4)).isEmpty();
        assertThat(EntryBundle.parseExactly(Arrays.copyOf(file, 13), 3)).isEmpty();
        assertThat(EntryBundle.parseExactly(Arrays.copyOf(file, 11), 3)).isEmpty();
        assertThat(EntryBundle.parseExactly(bundle(256), 256)).isPresent();
        assertThat(EntryBundle.parseExactly(bundle(257), 256)).isEmpty();
        assertThatThrownBy(() -> EntryBundle.parseExactly(file, 0)).hasMessageContaining("was 0");
        assertThatThrownBy(() -> EntryBundle.parseExactly(file, 257)).hasMessageContaining("257");
    }

    @Test
    void cutsAPartialBundleOutOfALongerOne() {
        byte[] file = bundle(5);
        for (int width = 1; width <= 5; width++) {
            assertThat(EntryBundle.slice(file, width).orElseThrow()).isEqualTo(bundle(width));
        }
        assertThat(EntryBundle.slice(file, 6)).isEmpty();
    }

    private static byte[] bundle(int count) {
        var file = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            file.writeBytes(EntryBundle.framed(new byte[] {(byte) i, 1}));
        }
        return file.toByteArray();
    }
}
