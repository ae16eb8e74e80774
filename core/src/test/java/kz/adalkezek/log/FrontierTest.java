package kz.adalkezek.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The frontier against the recursive definition of RFC 6962 section 2.1 and its known vectors.
class FrontierTest {

    private static final List<byte[]> KNOWN_ENTRIES =
            Stream.of(
                            "",
                            "00",
                            "10",
                            "2021",
                            "3031",
                            "40414243",
                            "5051525354555657",
                            "606162636465666768696a6b6c6d6e6f")
                    .map(HexFormat.of()::parseHex)
                    .toList();

    /// The roots of Certificate Transparency's reference tree at sizes 1 to 8.
    private static final List<String> KNOWN_ROOTS =
            List.of(
                    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void agreesWithTheKnownRootsOfCertificateTransparency() {
        var frontier = Frontier.EMPTY;
        for (int i = 0; i < KNOWN_ROOTS.size(); i++) {
            frontier = frontier.plus(Hash.leaf(KNOWN_ENTRIES.get(i)));
            assertThat(frontier.root().hex()).isEqualTo(KNOWN_ROOTS.get(i));
            assertThat(NaiveTree.of(KNOWN_ENTRIES.subList(0, i + 1)).root().hex())
                    .isEqualTo(KNOWN_ROOTS.get(i));
        }
    }

    @Test
    void agreesWithTheDefinitionAtEverySizeUpTo300() {
        var tree = NaiveTree.ofSize(300);
        var frontier = Frontier.EMPTY;
        for (int size = 0; size < 300; size++) {
            assertThat(frontier.root()).as("root of %d leaves", size).isEqualTo(tree.root(size));
            assertThat(Frontier.of(size, tree)).isEqualTo(frontier);
            frontier = frontier.plus(tree.leaf(size));
        }
    }

    @Test
    void namesTheRootOfNothing() {
        assertThat(Frontier.EMPTY.root().base64())
                .isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    @Test
    void refusesPeaksThatDoNotBelongToTheSize() {
        assertThatThrownBy(() -> new Frontier(3, List.of(Hash.EMPTY_TREE)))
                .hasMessageContaining("tree of 3 leaves")
                .hasMessageContaining("1 were given");
        assertThatThrownBy(() -> new Frontier(-1, List.of())).hasMessageContaining("-1");
    }
}
