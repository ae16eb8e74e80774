package kz.adalkezek.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What boards say for a call, over HTTP.
final class AnnouncementHttpTest {

    private static final int PATIENCE_S = 30;
    private static final int LOOK_MS = 50;

    private OpenBranch branch;
    private String operator;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        branch = OpenBranch.in(folder);
        operator = branch.operator();
    }

    @AfterEach
    void close() {
        branch.close();
    }

    @Test
    void isPlannedForTheNumberAndItsCounter() {
        long call = call("kk");

        var plan = plan(branch.board, call);

        assertThat(plan.path("call").asLong()).isEqualTo(call);
        assertThat(plan.path("number").asText()).isEqualTo("A001");
        assertThat(plan.path("counter").asInt()).isEqualTo(3);
        assertThat(plan.path("recall").asBoolean()).isFalse();
        assertThat(plan.path("acknowledged").asBoolean()).isFalse();
        assertThat(plan.path("speaks").asBoolean()).isTrue();
        assertThat(plan.path("full"))
                .hasToString(
                        "[{\"language\":\"kk\",\"clips\":[\"kk-ticket\",\"kk-letter-a\",\"kk-1\"]},"
                                + "{\"language\":\"kk\",\"clips\":[\"kk-ord-3\",\"kk-go\"]},"
                                + "{\"language\":\"ru\",\"clips\":[\"ru-ticket\",\"ru-letter-a\",\"ru-1\"]},"
                                + "{\"language\":\"ru\",\"clips\":[\"ru-go\",\"ru-3\"]}]");
        assertThat(plan.path("brief")).hasSize(2);
    }

    @Test
    void hasTheTicketsOwnLanguageInTheEnd() {
        var full = plan(branch.board, call("en")).path("full");
        assertThat(full.findValuesAsText("language"))
                .containsExactly("kk", "kk", "ru", "ru", "en", "en");
    }

    @Test
    void isMarkedAsARepetition() {
        long call = call("kk");
        branch.passes(Duration.ofMinutes(2));
        long again = branch.acts(3, operator, "recall").json().path("index").asLong();

        assertThat(again).isNotEqualTo(call);
        assertThat(plan(branch.board, again).path("recall").asBoolean()).isTrue();
        assertThat(plan(branch.board, again).at("/full/0/clips/0").asText()).isEqualTo("kk-again");
        assertThat(plan(branch.board, call).path("recall").asBoolean()).isFalse();
    }

    @Test
    void isOverOnceTheBoardHasAcknowledgedIt() {
        long call = call("kk");
        var shown = "{\"shown\":" + call + ",\"spoken\":true}";
        var path = "/api/v1/boards/b1/" + branch.request();
        assertThat(branch.put(path, branch.board, shown).status()).isEqualTo(200);

        assertThat(plan(branch.board, call).path("acknowledged").asBoolean()).isTrue();
    }

    @Test
    void isOverOnceTheCallIs() {
        long call = call("kk");
        branch.acts(3, operator, "start");
        assertThat(asked(branch.board, Long.toString(call))).isEqualTo("404 not-found");
    }

    @Test
    void isSpokenByOneBoardOfTheHall() throws Exception {
        long call = call("en");
        var second = secondBoard();

        assertThat(plan(second, call).path("speaks").asBoolean())
                .as("the first was never heard")
                .isTrue();
        assertThat(plan(branch.board, call).path("speaks").asBoolean()).isTrue();
        var silent = plan(second, call);
        assertThat(silent.path("speaks").asBoolean()).isFalse();
        assertThat(silent.has("full") || silent.has("brief"))
                .as("the language of the ticket, for whom it is no use")
                .isFalse();
    }

    @Test
    void isTakenOverFromABoardThatIsAway() throws Exception {
        long call = call("kk");
        var second = secondBoard();
        assertThat(plan(branch.board, call).path("speaks").asBoolean()).isTrue();
        assertThat(plan(second, call).path("speaks").asBoolean()).isFalse();

        branch.passes(Duration.ofSeconds(61));

        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!plan(second, call).path("speaks").asBoolean()) {
            assertThat(System.nanoTime()).as("the second board speaks").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        }
    }

    @Test
    void isForBoardsOnly() {
        long call = call("kk");
        var path = "/api/v1/calls/" + call + "/announcement";
        assertThat(branch.http.get(path).code()).isEqualTo("not-signed-in");
        assertThat(asked(branch.kiosk, Long.toString(call))).isEqualTo("403 forbidden");
        assertThat(asked(operator, Long.toString(call))).isEqualTo("403 forbidden");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 404 not-found",
        "-1, 404 not-found",
        "9223372036854775807, 404 not-found",
        "9223372036854775808, 400 member-wrong",
        "x, 400 member-wrong"
    })
    void isRefusedForWhatIsNoCall(String index, String refused) {
        assertThat(asked(branch.board, index)).isEqualTo(refused);
    }

    @Test
    void hasEachOfItsWords() {
        var list = branch.http.get("/api/v1/clips").json().path("clips");
        assertThat(list).hasSize(202);
        for (var name : list) {
            var clip = branch.http.get("/api/v1/clips/" + name.asText());
            assertThat(clip.status()).as(name.asText()).isEqualTo(200);
            assertThat(clip.header("Content-Type")).startsWith("audio/");
        }
        assertThat(branch.http.get("/api/v1/clips/kk-0").code()).isEqualTo("not-found");
    }

    private long call(String language) {
        branch.acts(3, operator, "open");
        var ticket = branch.request();
        var wanted = "{\"services\":[\"ID-CARD\"],\"language\":\"" + language + "\"}";
        assertThat(branch.take(ticket, wanted).status()).isEqualTo(201);
        assertThat(branch.hand(ticket, "{\"how\":\"printed\"}").status()).isEqualTo(200);
        return branch.acts(3, operator, "call-next").json().path("index").asLong();
    }

    private String secondBoard() throws Exception {
        var paired =
                branch.put(
                        "/api/v1/branch/" + branch.request(),
                        branch.manager(),
                        "{\"action\":\"pair-device\",\"device\":\"b2\",\"kind\":\"board\",\"hall\":\"main\"}");
        assertThat(paired.status()).as(paired.text()).isEqualTo(200);
        return OpenBranch.bearer(paired.json().path("token").asText());
    }

    private JsonNode plan(String board, long call) {
        var answer =
                branch.http.get("/api/v1/calls/" + call + "/announcement", "Authorization", board);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private String asked(String token, String index) {
        var answer =
                branch.http.get("/api/v1/calls/" + index + "/announcement", "Authorization", token);
        return answer.status() + " " + answer.code();
    }
}
