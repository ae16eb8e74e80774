package kz.adalkezek.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kz.adalkezek.log.EntryBundle;
import kz.adalkezek.log.Frontier;
import kz.adalkezek.log.Hash;
import kz.adalkezek.log.SignedCheckpoint;
import kz.adalkezek.log.VerifierKey;
import kz.adalkezek.server.branch.Catalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The public log over HTTP, read like a stranger.
final class LogHttpTest {

    private OpenBranch branch;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        branch = OpenBranch.in(folder);
    }

    @AfterEach
    void close() {
        branch.close();
    }

    @Test
    void coversAnAcknowledgedCommandFromThenOn() {
        for (int i = 0; i < 3; i++) {
            branch.waits("ID-CARD");
            assertThat(checkpoint().checkpoint().size()).isEqualTo(branch.size());
        }
    }

    @Test
    void hasTheRootOfItsEntries() {
        branch.waits("ID-CARD");
        var signed = checkpoint().checkpoint();

        var answer = branch.http.get("/log/tile/entries/000.p/" + signed.size());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(answer.header("Cache-Control")).contains("immutable");
        var root = Frontier.EMPTY;
        for (var entry : EntryBundle.parse(answer.raw().body()).entries()) {
            root = root.plus(Hash.leaf(entry));
        }
        assertThat(root.root()).isEqualTo(signed.root());
    }

    @Test
    void servesEveryWidthThatWasSignedAndNoneBeyond() {
        branch.waits("ID-CARD");
        long size = branch.size();

        for (long width = 1; width <= size; width++) {
            var tile = branch.http.get("/log/tile/0/000.p/" + width);
            assertThat(tile.raw().body()).hasSize((int) width * Hash.BYTES);
        }
        for (var path :
                List.of("/log/tile/0/000", "/log/tile/0/000.p/" + (size + 1), "/log/tile/1/000")) {
            var answer = branch.http.get(path, "Accept-Language", "en");
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("tile-unknown");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/log/tile/0/0",
                "/log/tile/00/000",
                "/log/tile/0/000.p/0",
                "/log/tile/0/000.p/256",
                "/log/tile/64/000",
                "/log/tile/entries/x000/000",
                "/log/tile/entries/..%2f..%2fkeys",
            })
    void knowsEachTileUnderOneNameOnly(String path) {
        assertThat(branch.http.get(path).status()).isIn(400, 404);
    }

    @Test
    void answersCheckpointAndKeyAsText() {
        for (var path : List.of("/log/checkpoint", "/log/vkey")) {
            var answer = branch.http.get(path);
            assertThat(answer.header("Content-Type")).matches("text/plain; ?charset=utf-8");
            assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=1");
        }
    }

    @Test
    void letsPagesOfOthersReadTheLogAndNothingElse() {
        for (var path : List.of("/log/checkpoint", "/log/tile/0/000.p/1", "/log/tile/0/999")) {
            assertThat(
                            branch.http
                                    .get(path, "Origin", "https://verifier.example")
                                    .header("Access-Control-Allow-Origin"))
                    .isEqualTo("*");
        }
        assertThat(
                        branch.http
                                .get("/api/v1/line", "Origin", "https://verifier.example")
                                .header("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void publishesTheCatalogueUnderItsHash() throws Exception {
        var text = Files.readString(branch.config.catalogue());

        var answer = branch.http.get("/log/catalogue/" + Catalogue.hash(text));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(text);
        assertThat(branch.http.get("/log/catalogue/unknown").code()).isEqualTo("catalogue-unknown");
    }

    private SignedCheckpoint checkpoint() {
        var key = VerifierKey.parse(branch.http.get("/log/vkey").text().strip()).orElseThrow();
        var opened =
                SignedCheckpoint.open(
                        branch.http.get("/log/checkpoint").raw().body(),
                        branch.config.origin(),
                        List.of(key));
        return ((SignedCheckpoint.Opened.Believed) opened).checkpoint();
    }
}
