package kz.adalkezek.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import kz.adalkezek.server.web.LocalServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a phone has to load over a slow network.
final class PageWeightHttpTest {

    private static final int PHONE_MAX_BYTES = 60_000;
    private static final Pattern LOADED =
            Pattern.compile(
                    "(?:href|src)=\"(/screens/[^\"#]+)|^(?:import|} from)[^;]*?\"\\./([^\"]+)\"",
                    Pattern.MULTILINE);

    private OpenBranch branch;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        branch = OpenBranch.in(folder);
    }

    @AfterEach
    void close() {
        branch.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/t", "/screens/phone.js", "/screens/icons.svg", "/api/v1/offer"})
    void packsWhatIsTheSameForEverybody(String address) throws Exception {
        var plain = branch.http.get(address);
        var packed = branch.http.get(address, "Accept-Encoding", "gzip");

        assertThat(plain.header("Content-Encoding")).isEmpty();
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.header("Content-Type")).isEqualTo(plain.header("Content-Type"));
        assertThat(packed.raw().body()).hasSizeLessThan(plain.raw().body().length);
        assertThat(unpacked(packed)).isEqualTo(plain.text());
        assertThat(List.of(plain.header("Vary"), packed.header("Vary")))
                .containsOnly("Accept-Encoding");
        var tag = packed.header("ETag");
        assertThat(tag).isNotEqualTo(plain.header("ETag"));
        assertThat(
                        branch.http
                                .get(address, "Accept-Encoding", "gzip", "If-None-Match", tag)
                                .status())
                .isEqualTo(304);
        assertThat(branch.http.get(address, "If-None-Match", tag).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gzip", "GZIP", "br, gzip", "deflate, gzip;q=0.5", "br;q=1, gzip; q=0.1"})
    void packsForWhoTakesIt(String accepted) {
        assertThat(
                        branch.http
                                .get("/screens/phone.js", "Accept-Encoding", accepted)
                                .header("Content-Encoding"))
                .isEqualTo("gzip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "identity", "gzip;q=0", "gzip; q=0.00", "xgzip", "*"})
    void packsForNobodyElse(String accepted) {
        assertThat(
                        branch.http
                                .get("/screens/phone.js", "Accept-Encoding", accepted)
                                .header("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void packsNeitherFontsNorWhatBelongsToOnePerson() {
        var font = "/screens/fonts/golos-latin.woff2";
        var visit = "/api/v1/visits/" + branch.waits("ID-CARD").json().path("token").asText();
        for (var address : List.of(font, visit)) {
            var answer = branch.http.get(address, "Accept-Encoding", "gzip");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Encoding")).as(address).isEmpty();
        }
    }

    /// The page with all that it loads on the way to a checked ticket, without the fonts and
    /// without the library for browsers that have no cryptography.
    @Test
    void givesThePhoneItsPageInLittleMoreThanAPicture() {
        int bytes = packedBytes("/t") + packedBytes("/api/v1/offer");
        for (var file : loadedBy("/t")) {
            bytes += packedBytes(file);
        }
        for (var language : List.of("kk", "ru", "en")) {
            bytes += packedBytes("/screens/phone.texts." + language + ".json");
            bytes += packedBytes("/screens/ticket.texts." + language + ".json");
        }
        bytes += packedBytes("/screens/icons.svg");
        assertThat(bytes).isLessThan(PHONE_MAX_BYTES);
    }

    private Set<String> loadedBy(String page) {
        var found = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(List.of(page));
        while (!open.isEmpty()) {
            var loaded = LOADED.matcher(branch.http.get(open.remove()).text());
            while (loaded.find()) {
                var file =
                        loaded.group(1) == null ? "/screens/" + loaded.group(2) : loaded.group(1);
                if (!file.endsWith(".woff2") && found.add(file)) {
                    open.add(file);
                }
            }
        }
        assertThat(found)
                .contains(
                        "/screens/phone.css",
                        "/screens/lib/lit-html.js",
                        "/screens/receipt.js",
                        "/screens/phone-proof.js",
                        "/screens/tree.js")
                .doesNotContain("/screens/noble/ed25519.js");
        return found;
    }

    private int packedBytes(String address) {
        var answer = branch.http.get(address, "Accept-Encoding", "gzip");
        assertThat(answer.status()).as(address).isEqualTo(200);
        return answer.raw().body().length;
    }

    private static String unpacked(Answer answer) throws IOException {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(answer.raw().body()))) {
            return new String(gzip.readAllBytes(), UTF_8);
        }
    }
}
