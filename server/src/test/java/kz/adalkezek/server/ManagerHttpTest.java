package kz.adalkezek.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Line;
import kz.adalkezek.server.manager.ManagerRoutes;
import kz.adalkezek.server.web.LocalServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The manager over HTTP.
final class ManagerHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID_CARD = "{\"services\":[\"ID-CARD\"],\"language\":\"kk\"}";

    private OpenBranch branch;
    private String manager;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        branch = OpenBranch.in(folder);
        manager = branch.manager();
    }

    @AfterEach
    void close() {
        branch.close();
    }

    @Test
    void closesTheDayAndOpensTheNext() throws Exception {
        branch.waits("ID-CARD");

        assertThat(asks("{\"action\":\"close-day\"}").status()).isEqualTo(200);
        assertThat(branch.branch().line().day()).isInstanceOf(Line.Day.Shut.class);
        assertThat(branch.take(branch.request(), ID_CARD).code()).isEqualTo("day-not-open");
        assertThat(asks("{\"action\":\"open-day\"}").code()).isEqualTo("day-already-held");

        branch.passes(java.time.Duration.ofDays(1));
        var session = branch.manager();
        var path = "/api/v1/branch/" + branch.request();
        assertThat(branch.put(path, session, "{\"action\":\"open-day\"}").status()).isEqualTo(200);
        assertThat(branch.take(branch.request(), ID_CARD).json().path("number").asText())
                .isEqualTo("A001");
    }

    @Test
    void doesNotCloseTheDayWhileSomebodyIsServed() throws Exception {
        branch.waits("ID-CARD");
        var operator = branch.operator();
        branch.acts(3, operator, "open");
        branch.acts(3, operator, "call-next");

        var answer = asks("{\"action\":\"close-day\"}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("day-not-over");
    }

    @Test
    void publishesAPolicyUnderANewVersionOnly() throws Exception {
        var policy = (ObjectNode) JSON.readTree(Files.readAllBytes(branch.config.policy()));
        assertThat(publishes(policy).code()).isEqualTo("version-taken");

        policy.put("version", "demo-2").put("maxOvertakes", 7);
        assertThat(publishes(policy).status()).isEqualTo(200);

        var inForce =
                branch.branch().line().rulebook().policyAt(branch.branch().now()).orElseThrow();
        assertThat(inForce.version()).isEqualTo("demo-2");
        assertThat(inForce.maxOvertakes()).isEqualTo(7);
    }

    @Test
    void refusesAPolicyThatIsWrongAndSaysWhy() throws Exception {
        var policy = (ObjectNode) JSON.readTree(Files.readAllBytes(branch.config.policy()));
        policy.put("version", "demo-2").put("maxOvertakes", 0);
        long size = branch.size();

        var answer = publishes(policy);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("publication-wrong");
        assertThat(answer.json().path("detail").asText()).contains("maxOvertakes");
        assertThat(branch.size()).isEqualTo(size);
    }

    @Test
    void namesEveryFaultOfAPublicationAtOnce() throws Exception {
        var policy = (ObjectNode) JSON.readTree(Files.readAllBytes(branch.config.policy()));
        policy.put("version", "demo-2").put("helpAfter", -1).put("maxOvertake", 7);
        ((ObjectNode) policy.path("norms").path(0)).put("service", "PASPORT");

        assertThat(publishes(policy).json().path("detail").asText())
                .contains("helpAfter: is -1; write", "maxOvertake: nobody knows this key")
                .contains("norms[1].service: \"PASPORT\" is no service of the catalogue");

        var body = JSON.createObjectNode().put("action", "publish-catalogue");
        body.put(
                "catalogue",
                Files.readString(branch.config.catalogue())
                        .replace("\"demo-1\"", "\"demo-2\"")
                        .replace("\"HEAD\"", "\"CHIEF\"")
                        .replace("\"letter\": \"A\"", "\"letter\": \"7\""));
        var answer = asks(body.toString());
        assertThat(answer.code()).isEqualTo("publication-wrong");
        assertThat(answer.json().path("detail").asText())
                .contains("serviceGroups[1].letter: is \"7\"; write one capital letter")
                .contains("no counter calls the group \"CHIEF\"");
    }

    @Test
    void publishesNothingForYesterday() throws Exception {
        var policy = (ObjectNode) JSON.readTree(Files.readAllBytes(branch.config.policy()));
        policy.put("version", "demo-2");
        var body = JSON.createObjectNode().put("action", "publish-policy");
        body.put("from", "2026-11-22T00:00:00+05:00").set("policy", policy);

        assertThat(asks(body.toString()).code()).isEqualTo("begins-in-the-past");
    }

    @Test
    void publishesACatalogueWhoseTextLiesBesideTheLog() throws Exception {
        var text = Files.readString(branch.config.catalogue()).replace("\"demo-1\"", "\"demo-2\"");
        var body = JSON.createObjectNode();
        body.put("action", "publish-catalogue").put("catalogue", text);

        assertThat(asks(body.toString()).status()).isEqualTo(200);

        var published =
                branch.branch().line().rulebook().catalogueAt(branch.branch().now()).orElseThrow();
        assertThat(published.version()).isEqualTo("demo-2");
        assertThat(branch.http.get("/log/catalogue/" + published.hash()).text()).isEqualTo(text);
    }

    @Test
    void pairsADeviceAndShowsItsTokenOnce() {
        var request = branch.request();
        var body =
                "{\"action\":\"pair-device\",\"device\":\"k2\",\"kind\":\"kiosk\","
                        + "\"hall\":\"main\"}";
        var path = "/api/v1/branch/" + request;
        var first = OpenBranch.bearer(token(branch.put(path, manager, body)));
        long size = branch.size();

        var again = branch.put(path, manager, body);

        assertThat(again.header("Cache-Control")).isEqualTo("no-store");
        var second = OpenBranch.bearer(token(again));
        assertThat(branch.size()).isEqualTo(size);
        var ticket = "/api/v1/tickets/" + branch.request();
        assertThat(branch.put(ticket, first, ID_CARD).status()).isEqualTo(401);
        assertThat(branch.put(ticket, second, ID_CARD).status()).isEqualTo(201);
        assertThat(asks(body).code()).isEqualTo("device-known");
    }

    @Test
    void saysThatTheClocksOfAVisitAreInaccurateAsADeskDoes() throws Exception {
        branch.waits("ID-CARD");
        branch.waits("ID-CARD");
        var operator = branch.operator();
        branch.acts(3, operator, "open");
        long size = branch.size();
        assertThat(asks(dispute("A001", "forgot-to-start")).status()).isEqualTo(200);
        assertThat(branch.desk(3, operator, dispute("A002", "system-was-slow")).status())
                .isEqualTo(200);
        assertThat(branch.size()).isEqualTo(size + 2);
        assertThat(asks(dispute("A001", "mood")).code()).isEqualTo("reason-unknown");
        assertThat(asks(dispute("A009", "forgot-to-start")).code()).isEqualTo("number-unknown");
    }

    @Test
    void revokesAKioskWhoseTokenEndsAtOnce() throws Exception {
        var ticket = branch.request();
        assertThat(branch.take(ticket, ID_CARD).status()).isEqualTo(201);
        assertThat(asks("{\"action\":\"revoke-device\",\"device\":\"k1\"}").status())
                .isEqualTo(200);

        assertThat(branch.take(branch.request(), ID_CARD).status()).isEqualTo(401);
        assertThat(branch.hand(ticket, "{\"how\":\"printed\"}").status()).isEqualTo(401);
        assertThat(branch.branch().line().hall().devices().has(new DeviceId("k1"))).isFalse();
        assertThat(asks("{\"action\":\"revoke-device\",\"device\":\"k1\"}").code())
                .isEqualTo("device-unknown");
    }

    @Test
    void leavesTheNewTokenOfADeviceWhenTheOldRevocationIsSentAgain() throws Exception {
        var revoking = "/api/v1/branch/" + branch.request();
        var revoke = "{\"action\":\"revoke-device\",\"device\":\"k1\"}";
        assertThat(branch.put(revoking, manager, revoke).status()).isEqualTo(200);
        var pairing = "/api/v1/branch/" + branch.request();
        var pair =
                "{\"action\":\"pair-device\",\"device\":\"k1\",\"kind\":\"kiosk\",\"hall\":\"main\"}";
        var kiosk = OpenBranch.bearer(token(branch.put(pairing, manager, pair)));

        assertThat(branch.put(revoking, manager, revoke).status()).isEqualTo(200);
        assertThat(branch.put("/api/v1/tickets/" + branch.request(), kiosk, ID_CARD).status())
                .isEqualTo(201);

        asks(revoke);
        assertThat(branch.put(pairing, manager, pair).code()).isEqualTo("device-unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"action\":\"revoke-device\"} | 400 | member-missing",
                "{\"action\":\"abdicate\"}      | 400 | unknown-action",
                "{\"action\":\"open-day\",\"day\":\"2026-11-24\"} | 400 | unknown-member",
                "{\"action\":\"publish-policy\"} | 400 | member-missing",
                "{\"action\":\"publish-catalogue\",\"catalogue\":\"{}\"} | 422 | publication-wrong",
                "{\"action\":\"pair-device\",\"device\":\"k2\",\"kind\":\"robot\",\"hall\":\"main\"}"
                        + " | 400 | member-wrong",
                "{\"action\":\"pair-device\",\"device\":\"K 2\",\"kind\":\"kiosk\",\"hall\":\"main\"}"
                        + " | 400 | member-wrong",
                "{\"action\":\"pair-device\",\"device\":\"k2\",\"kind\":\"kiosk\",\"hall\":\"\"}"
                        + " | 400 | member-wrong",
            })
    void refusesWhatMakesNoSense(String body, int status, String code) {
        long size = branch.size();

        var answer = asks(body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(branch.size()).isEqualTo(size);
    }

    @Test
    void takesACatalogueUpToItsLimit() {
        var frame = "{\"action\":\"\"}";
        var tooLong = "x".repeat(ManagerRoutes.BODY_MAX_BYTES - frame.length() + 1);

        assertThat(asks("{\"action\":\"" + tooLong.substring(1) + "\"}").code())
                .isEqualTo("unknown-action");
        assertThat(asks("{\"action\":\"" + tooLong + "\"}").status()).isEqualTo(413);
    }

    @Test
    void opensToTheManagerAlone() throws Exception {
        var path = "/api/v1/branch/" + branch.request();

        assertThat(branch.http.put(path, "{\"action\":\"open-day\"}").status()).isEqualTo(401);
        assertThat(branch.put(path, branch.operator(), "{\"action\":\"open-day\"}").status())
                .isEqualTo(403);
        assertThat(branch.put(path, branch.kiosk, "{\"action\":\"open-day\"}").status())
                .isEqualTo(403);
    }

    private Answer publishes(ObjectNode policy) {
        var body = JSON.createObjectNode().put("action", "publish-policy");
        body.set("policy", policy);
        return asks(body.toString());
    }

    private Answer asks(String body) {
        return branch.put("/api/v1/branch/" + branch.request(), manager, body);
    }

    private static String dispute(String number, String reason) {
        return "{\"action\":\"dispute-clock\",\"number\":\"%s\",\"reason\":\"%s\"}"
                .formatted(number, reason);
    }

    private static String token(Answer answer) {
        return answer.json().path("token").asText();
    }
}
