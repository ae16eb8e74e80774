package kz.adalkezek.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import kz.adalkezek.log.TlogProof;
import kz.adalkezek.log.VerifierKey;
import kz.adalkezek.queue.EventCodec;
import kz.adalkezek.server.web.LocalServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The citizen's own view over HTTP.
final class VisitHttpTest {

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
    void tellsTheHolderOfTheTokenHowTheVisitStands() throws Exception {
        var token = token(branch.waits("ID-CARD"));
        var view = visit(token).json();
        assertThat(view.path("number").asText()).isEqualTo("A001");
        assertThat(view.path("state").asText()).isEqualTo("waiting");
        assertThat(view.path("arrival").asText()).isEqualTo("2026-11-23T09:00+05:00");
        assertThat(view.path("services").path(0).asText()).isEqualTo("ID-CARD");

        var operator = branch.operator();
        branch.acts(3, operator, "open");
        branch.acts(3, operator, "call-next");

        assertThat(visit(token).json().path("state").asText()).isEqualTo("called");
        assertThat(visit(token).json().path("counter").asInt()).isEqualTo(3);
    }

    @Test
    void letsTheCitizenLeaveOnce() {
        var token = token(branch.waits("ID-CARD"));
        var path = "/api/v1/visits/" + token + "/" + branch.request();

        var left = branch.http.put(path, "{\"action\":\"leave\"}");
        assertThat(left.status()).isEqualTo(200);
        assertThat(left.json().path("state").asText()).isEqualTo("left");
        long size = branch.size();

        assertThat(branch.http.put(path, "{\"action\":\"leave\"}").status()).isEqualTo(200);
        var again =
                branch.http.put(
                        "/api/v1/visits/" + token + "/" + branch.request(),
                        "{\"action\":\"leave\"}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("visit-not-waiting");
        assertThat(branch.size()).isEqualTo(size);
    }

    @Test
    void givesTheCitizenMoreTime() throws Exception {
        var token = token(branch.waits("ID-CARD"));
        var path = "/api/v1/visits/" + token + "/" + branch.request();

        var parked = branch.http.put(path, "{\"action\":\"more-time\"}");

        assertThat(parked.status()).isEqualTo(200);
        assertThat(parked.json().path("state").asText()).isEqualTo("parked");
        assertThat(parked.json().path("until").asText()).isEqualTo("2026-11-23T09:15+05:00");
        assertThat(branch.http.get("/api/v1/line").json().path("waiting").size()).isZero();
        branch.passes(Duration.ofMinutes(15));
        assertThat(visit(token).json().path("state").asText()).isEqualTo("waiting");
        assertThat(branch.http.get("/api/v1/line").json().path("waiting").size()).isEqualTo(1);
    }

    @Test
    void comesBackByTokenOnlyAfterANoShow() {
        var token = token(branch.waits("ID-CARD"));
        var path = "/api/v1/visits/" + token + "/" + branch.request();

        var answer = branch.http.put(path, "{\"action\":\"return\"}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("visit-not-missed");
    }

    @Test
    void hearsFromTheCitizenOnTheWayAndAfterwards() throws Exception {
        var token = token(branch.waits("ID-CARD"));
        assertThat(acts(token, "{\"action\":\"on-my-way\"}").json().path("coming").asBoolean())
                .isTrue();
        assertThat(acts(token, "{\"action\":\"rate\",\"stars\":6}").code())
                .isEqualTo("member-wrong");
        assertThat(acts(token, "{\"action\":\"rate\",\"stars\":5}").code())
                .isEqualTo("visit-not-finished");
        var operator = branch.operator();
        branch.acts(3, operator, "open");
        branch.acts(3, operator, "call-next");
        branch.acts(3, operator, "start");
        branch.acts(3, operator, "call-next");

        var rated = acts(token, "{\"action\":\"rate\",\"stars\":5}");

        assertThat(rated.json().path("rated").asBoolean()).isTrue();
        assertThat(acts(token, "{\"action\":\"rate\",\"stars\":1}").code())
                .isEqualTo("rated-already");
    }

    private Answer acts(String token, String body) {
        return branch.http.put("/api/v1/visits/" + token + "/" + branch.request(), body);
    }

    @Test
    void knowsNoOtherAction() {
        var token = token(branch.waits("ID-CARD"));

        var answer =
                branch.http.put(
                        "/api/v1/visits/" + token + "/" + branch.request(),
                        "{\"action\":\"jump\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("unknown-action");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/proof", "/why"})
    void opensToTheTokenAlone(String below) {
        var number = branch.waits("ID-CARD").json().path("number").asText();

        assertThat(branch.http.get("/api/v1/visits/" + number + below).status()).isEqualTo(404);
        assertThat(branch.http.get("/api/v1/visits/" + number + below).code())
                .isEqualTo("token-unknown");
    }

    @Test
    void provesTheTicketToAStranger() {
        var ticket = branch.waits("ID-CARD");
        var key = VerifierKey.parse(branch.http.get("/log/vkey").text().strip()).orElseThrow();

        var answer = branch.http.get("/api/v1/visits/" + token(ticket) + "/proof");

        assertThat(answer.header("Content-Type")).matches("text/plain; ?charset=utf-8");
        var proof = TlogProof.parse(answer.text().getBytes(StandardCharsets.UTF_8)).orElseThrow();
        var entry = proof.extra().orElseThrow();
        assertThat(proof.check(entry, branch.config.origin(), List.of(key)))
                .isInstanceOf(TlogProof.Checked.Included.class);
        assertThat(EventCodec.decode(entry).index())
                .isEqualTo(ticket.json().path("index").asLong());
    }

    @Test
    void explainsWhoWentBeforeWithoutTellingTheGround() throws Exception {
        var first = branch.waits("ID-CARD");
        branch.passes(Duration.ofMinutes(5));
        branch.waits("ID-CARD", ",\"ground\":\"P-PREG\"");
        var operator = branch.operator();
        branch.acts(3, operator, "open");
        branch.acts(3, operator, "call-next");

        var why = branch.http.get("/api/v1/visits/" + token(first) + "/why");

        assertThat(why.status()).isEqualTo(200);
        var overtake = why.json().path("overtakes").path(0);
        assertThat(overtake.path("number").asText()).isEqualTo("A002");
        assertThat(overtake.path("reason").asText()).isEqualTo("credit");
        assertThat(overtake.path("rule").asText()).isEqualTo("order");
        assertThat(why.text()).doesNotContain("P-PREG").doesNotContain("token");
    }

    @Test
    void showsThePublicALineWithoutAnythingPersonal() {
        branch.waits("ID-CARD", ",\"ground\":\"P-PREG\"");

        var line = branch.http.get("/api/v1/line");

        assertThat(line.status()).isEqualTo(200);
        assertThat(line.json().path("waiting").path(0).path("number").asText()).isEqualTo("A001");
        assertThat(line.json().path("waiting").path(0).path("group").asText()).isEqualTo("ID");
        assertThat(line.text())
                .doesNotContain("ID-CARD")
                .doesNotContain("P-PREG")
                .doesNotContain("token");
    }

    private Answer visit(String token) {
        return branch.http.get("/api/v1/visits/" + token);
    }

    private static String token(Answer ticket) {
        return ticket.json().path("token").asText();
    }
}
