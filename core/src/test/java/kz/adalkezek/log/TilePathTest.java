package kz.adalkezek.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {

    @Test
    void namesTilesAsTheSpecificationDoes() {
        assertThat(TilePath.hashes(0, 0)).hasToString("tile/0/000");
        assertThat(TilePath.hashes(63, 7)).hasToString("tile/63/007");
        assertThat(TilePath.hashes(0, 999)).hasToString("tile/0/999");
        assertThat(TilePath.hashes(0, 1000)).hasToString("tile/0/x001/000");
        assertThat(TilePath.hashes(0, 1_234_067)).hasToString("tile/0/x001/x234/067");
        assertThat(TilePath.hashes(0, 1_234_067, 12)).hasToString("tile/0/x001/x234/067.p/12");
        assertThat(TilePath.entries(1_234_067)).hasToString("tile/entries/x001/x234/067");
        assertThat(TilePath.entries(5, 255)).hasToString("tile/entries/005.p/255");
        assertThat(TilePath.entries(TilePath.MAX_NUMBER))
                .hasToString("tile/entries/x036/x028/x797/x018/x963/967");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/000",
                "tile/63/007",
                "tile/0/x001/000",
                "tile/0/x001/x234/067",
                "tile/0/x001/x234/067.p/12",
                "tile/9/000.p/1",
                "tile/10/000.p/255",
                "tile/entries/000",
                "tile/entries/x001/x234/067.p/100",
                "tile/entries/x036/x028/x797/x018/x963/967"
            })
    void readsWhatItWrites(String path) {
        assertThat(TilePath.parse(path).orElseThrow()).hasToString(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile",
                "tile/",
                "checkpoint",
                "/tile/0/000",
                "tile/0/000/",
                "tile/0",
                "tile//000",
                "tile/64/000",
                "tile/100/000",
                "tile/-1/000",
                "tile/00/000",
                "tile/01/000",
                "tile/data/000",
                "tile/0/0",
                "tile/0/00",
                "tile/0/0000",
                "tile/0/1000",
                "tile/0/001/000",
                "tile/0/x000/001",
                "tile/0/x000/x001/000",
                "tile/0/x001",
                "tile/0/x01/000",
                "tile/0/X001/000",
                "tile/0/x001/x000",
                "tile/0/000.p",
                "tile/0/000.p/",
                "tile/0/000.p/0",
                "tile/0/000.p/00",
                "tile/0/000.p/01",
                "tile/0/000.p/256",
                "tile/0/000.p/999",
                "tile/0/000.p/1000",
                "tile/0/000.p/-1",
                "tile/0/000.p/1/",
                "tile/0/000.P/1",
                "tile/0/000p/1",
                "tile/0/../000",
                "tile/0/%30%30%30",
                "tile/0/000\n",
                "tile/0/\u0660\u0660\u0660",
                "tile/entries/x036/x028/x797/x018/x963/968",
                "tile/entries/x999/x999/x999/x999/x999/999",
                "tile/entries/x001/x999/x999/x999/x999/x999/999",
                "tile/entries/x000/001",
                "tile/entries/000.p/256",
                "tile/8/0/000"
            })
    void refusesEveryOtherPath(String path) {
        assertThat(TilePath.parse(path)).isEmpty();
    }

    @Test
    void saysWhatAPathMeans() {
        assertThat(TilePath.parse("tile/3/x001/234.p/5")).contains(TilePath.hashes(3, 1234, 5));
        assertThat(TilePath.parse("tile/3/x001/234")).contains(TilePath.hashes(3, 1234));
        assertThat(TilePath.parse("tile/entries/000.p/5")).contains(TilePath.entries(0, 5));
        assertThat(TilePath.hashes(3, 1234).isFull()).isTrue();
        assertThat(TilePath.entries(0, 255).isFull()).isFalse();
    }

    @Test
    void knowsTheWidthsOfTheSpecificationsExamples() {
        assertThat(TilePath.partialWidth(0, 70_000)).isEqualTo(112);
        assertThat(TilePath.partialWidth(1, 70_000)).isEqualTo(17);
        assertThat(TilePath.partialWidth(2, 70_000)).isEqualTo(1);
        assertThat(TilePath.partialWidth(3, 70_000)).isZero();
        assertThat(TilePath.partialWidth(0, 256)).isZero();
        assertThat(TilePath.partialWidth(1, 256)).isEqualTo(1);
        assertThat(TilePath.partialWidth(0, 0)).isZero();
        assertThat(TilePath.partialWidth(7, Long.MAX_VALUE)).isEqualTo(127);
        assertThat(TilePath.partialWidth(8, Long.MAX_VALUE)).isZero();
        assertThat(TilePath.partialWidth(63, Long.MAX_VALUE)).isZero();
    }

    @Test
    void cannotNameATileOutsideTheBounds() {
        assertThatThrownBy(() -> TilePath.hashes(64, 0)).hasMessageContaining("64");
        assertThatThrownBy(() -> TilePath.hashes(-1, 0)).hasMessageContaining("-1");
        assertThatThrownBy(() -> TilePath.hashes(0, -1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> TilePath.entries(TilePath.MAX_NUMBER + 1))
                .hasMessageContaining("no tile");
        assertThatThrownBy(() -> TilePath.entries(0, 0)).hasMessageContaining("was 0");
        assertThatThrownBy(() -> TilePath.entries(0, 257)).hasMessageContaining("was 257");
    }
}
