package kz.adalkezek.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What screens show before anybody has a ticket, and the pages themselves.
final class OfferHttpTest {

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
    void offersEachServiceWithWhatACitizenHasToKnow() {
        var offer = branch.http.get("/api/v1/offer").json();

        assertThat(offer.path("branch").path("zone").asText()).isEqualTo("Asia/Almaty");
        assertThat(offer.path("branch").path("name").path("kk").asText()).startsWith("Қалалық");
        assertThat(offer.path("groups")).hasSize(9);
        var group = offer.path("groups").path(0);
        assertThat(group.path("code").asText()).isEqualTo("ID");
        var service = group.path("services").path(0);
        assertThat(service.path("code").asText()).isEqualTo("ID-CARD");
        assertThat(service.path("name").path("kk").asText())
                .isEqualTo("Жеке куәлік беру немесе ауыстыру");
        assertThat(service.path("fee").asInt()).isEqualTo(865);
        assertThat(service.path("term").path("unit").asText()).isEqualTo("working_days");
        assertThat(service.path("documents").path(3).path("when").asText()).isEqualTo("never_ask");
        assertThat(offer.path("grounds")).hasSize(7);
        assertThat(offer.path("rules").path("noShow").path("calls").asInt()).isEqualTo(2);
        assertThat(offer.path("reasons").path("outcome").path(0).asText()).isEqualTo("accepted");
    }

    @Test
    void sendsTheOfferOnlyToWhoHasAnother() {
        var first = branch.http.get("/api/v1/offer");
        var tag = first.header("ETag");

        assertThat(tag).isEqualTo('"' + hallTag() + '"');
        var again = branch.http.get("/api/v1/offer", "If-None-Match", tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
    }

    @Test
    void tellsHowTheHallStands() throws Exception {
        branch.waits("ID-CARD");
        branch.waits("ID-CARD");
        var session = branch.operator();
        branch.acts(3, session, "open");
        branch.acts(3, session, "call-next");

        var hall = branch.http.get("/api/v1/hall").json();

        assertThat(hall.path("open").asBoolean()).isTrue();
        assertThat(hall.path("waiting").asInt()).isEqualTo(1);
        assertThat(hall.path("now").asText()).isEqualTo("2026-11-23T09:00+05:00");
        var group = hall.path("groups").path("ID");
        assertThat(group.path("desks").asInt()).isEqualTo(1);
        assertThat(group.path("waiting").asInt()).isEqualTo(1);
        assertThat(hall.path("groups").path("LAND").path("desks").asInt()).isZero();
        // Only the one who was called can have been told before.
        assertThat(hall.path("told").path("waits").asInt()).isBetween(0, 1);
        assertThat(hall.path("told").path("inside").isInt()).isTrue();
    }

    /// The branch looks ahead beside its answers, so the test asks until it has looked.
    @Test
    void tellsHowLongSomebodyWouldWait() throws Exception {
        branch.waits("ID-CARD");
        branch.waits("ID-CARD");
        var session = branch.operator();
        branch.acts(3, session, "open");
        branch.acts(3, session, "call-next");

        var wait = branch.http.get("/api/v1/hall").json().path("groups").path("ID").path("wait");
        var giveUp = Instant.now().plusSeconds(60);
        while (wait.path("p50").asInt() == 0 && Instant.now().isBefore(giveUp)) {
            Thread.sleep(20);
            wait = branch.http.get("/api/v1/hall").json().path("groups").path("ID").path("wait");
        }

        // One is called, one waits: two services of 15 minutes or so.
        assertThat(wait.path("p50").asInt()).isBetween(5 * 60, 60 * 60);
        assertThat(wait.path("p90").asInt()).isGreaterThan(wait.path("p50").asInt());
        assertThat(wait.path("learned").asBoolean(true)).isFalse();
    }

    @Test
    void tellsItsHallsAndWhatStandsInThem() {
        var hall = branch.http.get("/api/v1/offer").json().path("branch").path("halls").path(0);

        assertThat(hall.path("code").asText()).isEqualTo("main");
        assertThat(hall.path("name").path("kk").asText()).isEqualTo("Негізгі зал");
        assertThat(hall.path("counters")).hasSize(13);
        assertThat(hall.path("boards").path(0).asText()).isEqualTo("b1");
    }

    @Test
    void tellsWhenItOpensNext(@TempDir Path other) throws Exception {
        branch.passes(Duration.ofHours(10));
        assertThat(branch.http.get("/api/v1/hall").json().has("opensAt")).isFalse();

        try (var village = OpenBranch.byItsHours(other)) {
            assertThat(village.http.get("/api/v1/hall").json().has("opensAt")).isFalse();
            village.passes(Duration.ofHours(9));
            assertThat(village.http.get("/api/v1/hall").json().path("opensAt").asText())
                    .isEqualTo("2026-11-24T09:00+05:00");
            // Tuesday evening before Independence Day.
            village.passes(Duration.ofDays(22));
            var hall = village.http.get("/api/v1/hall").json();
            assertThat(hall.path("opensAt").asText()).isEqualTo("2026-12-17T09:00+05:00");
            assertThat(hall.has("today")).isFalse();
            village.passes(Duration.ofDays(1));
            assertThat(village.http.get("/api/v1/hall").json().path("today").path("kk").asText())
                    .isEqualTo("Тәуелсіздік күні");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/board", "/desk", "/t", "/t/AAAAAAAAAAAAAAAAAAAAAA"})
    void givesThePages(String address) {
        var page = branch.http.get(address);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy")).contains("script-src 'self'");
        assertThat(page.text()).startsWith("<!doctype html>");
    }

    @Test
    void givesTheFilesOfThePagesAndNoOthers() {
        var library = branch.http.get("/screens/lib/lit-html.js");
        assertThat(library.status()).isEqualTo(200);
        var again =
                branch.http.get(
                        "/screens/lib/lit-html.js", "If-None-Match", library.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(branch.http.get("/screens/demo/branch.toml").status()).isEqualTo(404);
        assertThat(branch.http.get("/screens/%2e%2e/logging.properties").status())
                .isBetween(400, 404);
    }

    private String hallTag() {
        return branch.http.get("/api/v1/hall").json().path("offer").asText();
    }
}
