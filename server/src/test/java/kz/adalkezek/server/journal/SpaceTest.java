package kz.adalkezek.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpaceTest {

    private static final long GIB = 1L << 30;

    @ParameterizedTest
    @CsvSource({"100, PLENTY", "11, PLENTY", "10, LOW", "1, LOW"})
    void warnsAtATenth(long usableGib, Space space) {
        assertThat(Space.of(usableGib * GIB, 100 * GIB)).isEqualTo(space);
    }

    @ParameterizedTest
    @CsvSource({"67108864, LOW", "67108863, RESERVE", "0, RESERVE"})
    void keepsAReserveOf64MebibytesForThePeopleWhoWait(long usableBytes, Space space) {
        assertThat(Space.of(usableBytes, 100 * GIB)).isEqualTo(space);
    }

    @Test
    void asksTheDiskThatHoldsThePath() {
        var disk = new CrashDisk();
        assertThat(Space.of(disk, Path.of("/"))).isEqualTo(Space.PLENTY);
        disk.setUsableBytes(1);
        assertThat(Space.of(disk, Path.of("/"))).isEqualTo(Space.RESERVE);
    }
}
