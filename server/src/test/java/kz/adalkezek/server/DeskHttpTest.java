package kz.adalkezek.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import kz.adalkezek.server.staff.Identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A desk over HTTP.
final class DeskHttpTest {

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
    void opensWithTheCountersOwnGroupsOrWithThoseNamed() throws Exception {
        var own = branch.acts(3, operator, "open").json();
        assertThat(own.path("state").asText()).isEqualTo("ready");
        assertThat(own.path("number").isNull()).isTrue();
        assertThat(own.path("primary").path(0).asText()).isEqualTo("ID");

        var other = branch.signIn("op-04", Role.OPERATOR);
        var named = branch.desk(4, other, "{\"action\":\"open\",\"primary\":[\"SOC\",\"EMP\"]}");
        assertThat(named.json().path("primary").path(1).asText()).isEqualTo("EMP");
        assertThat(named.json().path("secondary").size()).isZero();
    }

    @Test
    void servesAPersonFromCallToFarewell() {
        var ticket = branch.waits("ID-CARD").json();
        branch.acts(3, operator, "open");

        var called = branch.acts(3, operator, "call-next").json();
        assertThat(called.path("state").asText()).isEqualTo("called");
        assertThat(called.path("number").asText()).isEqualTo("A001");
        assertThat(called.path("visit").asLong()).isEqualTo(ticket.path("index").asLong());
        assertThat(called.path("index").asLong()).isEqualTo(branch.size() - 1);
        assertThat(called.path("services").path(0).asText()).isEqualTo("ID-CARD");

        assertThat(branch.acts(3, operator, "start").json().path("state").asText())
                .isEqualTo("serving");
        var done = branch.desk(3, operator, "{\"action\":\"finish\",\"outcome\":\"answered\"}");
        assertThat(done.json().path("state").asText()).isEqualTo("wrap-up");
        var nobody = branch.acts(3, operator, "call-next").json();
        assertThat(nobody.path("state").asText()).isEqualTo("ready");
        assertThat(nobody.path("number").isNull()).isTrue();
    }

    @Test
    void callsOnePersonForADoubleClick() {
        branch.waits("ID-CARD");
        branch.waits("ID-CARD");
        branch.acts(3, operator, "open");
        var path = "/api/v1/desks/3/" + branch.request();

        var first = branch.put(path, operator, "{\"action\":\"call-next\"}");
        long size = branch.size();
        var second = branch.put(path, operator, "{\"action\":\"call-next\"}");

        assertThat(second.json()).isEqualTo(first.json());
        assertThat(branch.size()).isEqualTo(size);
    }

    @Test
    void undoesACallWithinItsSecondsOnly() {
        branch.waits("ID-CARD");
        branch.acts(3, operator, "open");
        branch.acts(3, operator, "call-next");

        assertThat(branch.acts(3, operator, "undo").json().path("state").asText())
                .isEqualTo("ready");
        assertThat(code("{\"action\":\"call-next\"}")).isEqualTo("undo-pause");

        branch.passes(Duration.ofSeconds(5));
        branch.acts(3, operator, "call-next");
        branch.passes(Duration.ofSeconds(6));
        assertThat(code("{\"action\":\"undo\"}")).isIn("undo-too-late", "undo-used");
    }

    @Test
    void callsAgainAndRecordsANoShowInItsTime() {
        branch.waits("ID-CARD");
        branch.acts(3, operator, "open");
        branch.acts(3, operator, "call-next");

        assertThat(code("{\"action\":\"recall\"}")).isEqualTo("recall-too-soon");
        assertThat(code("{\"action\":\"no-show\"}")).isEqualTo("no-show-too-soon");

        branch.passes(Duration.ofSeconds(45));
        assertThat(branch.acts(3, operator, "recall").json().path("calls").asInt()).isEqualTo(2);
        branch.passes(Duration.ofSeconds(45));
        assertThat(branch.acts(3, operator, "no-show").json().path("state").asText())
                .isEqualTo("ready");
    }

    @Test
    void asksForTheGroundBeforeTheServiceStarts() {
        branch.waits("ID-CARD", ",\"ground\":\"P-PREG\"");
        branch.acts(3, operator, "open");
        var called = branch.acts(3, operator, "call-next").json();
        assertThat(called.path("ground").asText()).isEqualTo("P-PREG");
        assertThat(called.path("groundClaimed").asBoolean()).isTrue();

        assertThat(code("{\"action\":\"start\"}")).isEqualTo("ground-not-recorded");
        assertThat(branch.desk(3, operator, "{\"action\":\"ground\",\"shown\":true}").status())
                .isEqualTo(200);
        assertThat(code("{\"action\":\"ground\",\"shown\":true}")).isEqualTo("ground-recorded");
        assertThat(branch.acts(3, operator, "start").json().path("groundShown").asBoolean())
                .isTrue();
    }

    @Test
    void holdsNoGroundForShownThatWasNot() {
        branch.waits("ID-CARD", ",\"ground\":\"P-PREG\"");
        branch.acts(3, operator, "open");
        branch.acts(3, operator, "call-next");
        branch.desk(3, operator, "{\"action\":\"ground\",\"shown\":false}");

        var again = branch.acts(3, operator, "call-next").json();
        assertThat(again.path("groundClaimed").asBoolean()).isFalse();
        assertThat(again.path("groundShown").asBoolean()).isFalse();
    }

    @Test
    void letsAPersonGoByNumber() {
        branch.waits("ID-CARD");
        branch.acts(3, operator, "open");

        assertThat(branch.desk(3, operator, "{\"action\":\"leave\",\"number\":\"A001\"}").status())
                .isEqualTo(200);

        assertThat(branch.branch().line().people().present()).isZero();
        assertThat(code("{\"action\":\"leave\",\"number\":\"A002\"}")).isEqualTo("number-unknown");
        assertThat(code("{\"action\":\"leave\",\"number\":\"A1\"}")).isEqualTo("member-wrong");
    }

    @Test
    void closesAtOnceWithoutAVisitAndAfterItWithOne() {
        branch.waits("ID-CARD");
        branch.acts(3, operator, "open");
        branch.acts(3, operator, "call-next");
        branch.acts(3, operator, "start");

        assertThat(branch.acts(3, operator, "close").json().path("closing").asBoolean()).isTrue();
        var done = branch.desk(3, operator, "{\"action\":\"finish\",\"outcome\":\"answered\"}");
        assertThat(done.json().path("state").asText()).isEqualTo("closed");

        branch.acts(3, operator, "open");
        assertThat(branch.acts(3, operator, "close").json().path("state").asText())
                .isEqualTo("closed");
    }

    @Test
    void putsAPersonOnHoldUntilTheTimeSaidOrUntilBack() throws Exception {
        var ticket = branch.waits("ID-CARD").json();
        branch.acts(3, operator, "open");
        branch.acts(3, operator, "call-next");
        branch.acts(3, operator, "start");
        var park = "{\"action\":\"park\",\"reason\":\"waits-for-payment\"";

        assertThat(code(park + ",\"until\":\"09:30\"}")).isEqualTo("member-wrong");
        assertThat(code(park + ",\"until\":\"2026-11-23T08:59:00+05:00\"}"))
                .isEqualTo("back-in-the-past");
        var parked = branch.desk(3, operator, park + ",\"until\":\"2026-11-23T09:30:00+05:00\"}");
        assertThat(parked.json().path("state").asText()).isEqualTo("ready");

        var path = "/api/v1/visits/" + ticket.path("token").asText();
        assertThat(branch.http.get(path).json().path("state").asText()).isEqualTo("parked");
        assertThat(branch.http.get(path).json().path("until").asText())
                .isEqualTo("2026-11-23T09:30+05:00");
        var line = branch.http.get("/api/v1/line").json();
        assertThat(line.path("waiting")).isEmpty();
        assertThat(line.path("parked")).hasSize(1);
        assertThat(line.path("parked").path(0).path("number").asText()).isEqualTo("A001");
        assertThat(line.path("parked").path(0).path("until").asText())
                .isEqualTo("2026-11-23T09:30+05:00");
        branch.passes(Duration.ofMinutes(30));
        assertThat(branch.http.get(path).json().path("state").asText()).isEqualTo("waiting");
        assertThat(branch.http.get("/api/v1/line").json().path("parked")).isEmpty();

        branch.acts(3, operator, "call-next");
        branch.acts(3, operator, "start");
        branch.desk(3, operator, park + "}");
        assertThat(branch.http.get("/api/v1/line").json().path("parked").path(0).has("until"))
                .isFalse();
        assertThat(branch.acts(3, operator, "call-next").json().path("state").asText())
                .isEqualTo("ready");
        assertThat(code("{\"action\":\"unpark\",\"number\":\"A002\"}")).isEqualTo("number-unknown");
        branch.desk(3, operator, "{\"action\":\"unpark\",\"number\":\"A001\"}");
        assertThat(branch.acts(3, operator, "call-next").json().path("number").asText())
                .isEqualTo("A001");
    }

    @Test
    void takesBackAPersonWhoCameLate() {
        branch.waits("ID-CARD");
        branch.acts(3, operator, "open");
        var back = "{\"action\":\"return\",\"number\":\"A001\"}";
        assertThat(code(back)).isEqualTo("visit-not-missed");
        branch.acts(3, operator, "call-next");
        branch.passes(Duration.ofSeconds(45));
        branch.acts(3, operator, "recall");
        branch.passes(Duration.ofSeconds(45));
        branch.acts(3, operator, "no-show");

        assertThat(branch.desk(3, operator, back).status()).isEqualTo(200);
        assertThat(branch.acts(3, operator, "call-next").json().path("number").asText())
                .isEqualTo("A001");
    }

    @Test
    void callsACertainNumberForAReason() {
        branch.waits("ID-CARD");
        branch.passes(Duration.ofMinutes(1));
        branch.waits("ID-CARD");
        branch.acts(3, operator, "open");
        var call = "{\"action\":\"call\",\"number\":\"A002\"";

        assertThat(code(call + "}")).isEqualTo("reason-needed");
        var called = branch.desk(3, operator, call + ",\"reason\":\"court-order\"}").json();
        assertThat(called.path("number").asText()).isEqualTo("A002");
        assertThat(called.path("state").asText()).isEqualTo("called");
    }

    @Test
    void pausesAfterThePersonWhoIsThere() {
        var ticket = branch.waits("ID-CARD").json();
        branch.acts(3, operator, "open");
        assertThat(code("{\"action\":\"pause\"}")).isEqualTo("reason-needed");
        branch.acts(3, operator, "call-next");
        var pause = "{\"action\":\"pause\",\"reason\":\"lunch\"}";

        assertThat(branch.desk(3, operator, pause).json().path("pausing").asBoolean()).isTrue();
        branch.http.put(
                "/api/v1/visits/" + ticket.path("token").asText() + "/" + branch.request(),
                "{\"action\":\"leave\"}");
        var state = branch.http.get("/api/v1/desks/3", "Authorization", operator).json();
        assertThat(state.path("state").asText()).isEqualTo("paused");
        assertThat(state.path("reason").asText()).isEqualTo("lunch");

        assertThat(code("{\"action\":\"call-next\"}")).isEqualTo("desk-paused");
        assertThat(branch.acts(3, operator, "resume").json().path("state").asText())
                .isEqualTo("ready");
    }

    @Test
    void transfersAPersonToAnotherCounter() throws Exception {
        var ticket = branch.waits("ID-CARD").json();
        branch.acts(3, operator, "open");
        branch.acts(3, operator, "call-next");
        branch.acts(3, operator, "start");
        var transfer = "{\"action\":\"transfer\"";
        assertThat(code(transfer + "}")).isEqualTo("member-wrong");
        assertThat(code(transfer + ",\"group\":\"SOC\",\"counter\":4}")).isEqualTo("member-wrong");
        assertThat(code(transfer + ",\"counter\":1000}")).isEqualTo("member-wrong");
        assertThat(code(transfer + ",\"counter\":4}")).isEqualTo("target-not-open");
        var other = branch.signIn("op-04", Role.OPERATOR);
        branch.desk(4, other, "{\"action\":\"open\",\"primary\":[\"SOC\"]}");

        var done = branch.desk(3, operator, transfer + ",\"counter\":4,\"withReturn\":true}");

        assertThat(done.json().path("state").asText()).isEqualTo("ready");
        var path = "/api/v1/visits/" + ticket.path("token").asText();
        assertThat(branch.http.get(path).json().path("waitsFor").asInt()).isEqualTo(4);
        assertThat(branch.acts(4, other, "call-next").json().path("number").asText())
                .isEqualTo("A001");
    }

    @Test
    void goesOnInOtherHands() throws Exception {
        branch.waits("ID-CARD");
        branch.acts(3, operator, "open");
        branch.acts(3, operator, "call-next");
        branch.acts(3, operator, "start");
        var other = branch.signIn("op-04", Role.OPERATOR);

        var taken = branch.acts(3, other, "take-over").json();

        assertThat(taken.path("state").asText()).isEqualTo("serving");
        assertThat(taken.path("number").asText()).isEqualTo("A001");
        assertThat(code("{\"action\":\"call-next\"}")).isEqualTo("desk-of-another");
    }

    @Test
    void servesSomebodyWithoutATicket() {
        branch.acts(3, operator, "open");
        var direct = "{\"action\":\"served-direct\",\"reason\":\"system-down\"}";
        var serving = branch.desk(3, operator, direct).json();
        assertThat(serving.path("state").asText()).isEqualTo("serving");
        assertThat(serving.path("direct").asBoolean()).isTrue();
        assertThat(serving.path("number").isNull()).isTrue();
        assertThat(serving.path("startedAt").asText()).isEqualTo("2026-11-23T09:00+05:00");
        branch.acts(3, operator, "call-next");
        assertThat(code("{\"action\":\"served-direct\"}")).isEqualTo("reason-needed");
    }

    @Test
    void belongsToTheOneWhoOpenedIt() throws Exception {
        branch.acts(3, operator, "open");
        var other = branch.signIn("op-04", Role.OPERATOR);

        assertThat(branch.desk(3, other, "{\"action\":\"open\"}").code())
                .isEqualTo("counter-taken");
        assertThat(branch.desk(3, other, "{\"action\":\"call-next\"}").code())
                .isEqualTo("desk-of-another");
        assertThat(code(4, "{\"action\":\"open\"}")).isEqualTo("operator-has-desk");
    }

    @Test
    void addsAServiceAndAsksForAPaperThatTheLogDoesNotName() throws Exception {
        var ticket = branch.waits("ID-CARD").json();
        branch.acts(3, operator, "open");
        branch.acts(3, operator, "call-next");
        branch.acts(3, operator, "start");
        var add = "{\"action\":\"add-service\",\"service\":";
        var ask = "{\"action\":\"request-document\"";
        assertThat(code(add + "\"NO-SUCH\"}")).isEqualTo("unknown-service");
        assertThat(code(ask + "}")).isEqualTo("member-wrong");
        assertThat(code(ask + ",\"document\":\"NO-SUCH\"}")).isEqualTo("unknown-document");
        assertThat(code(ask + ",\"other\":\"ескі төлқұжат\"}")).isEqualTo("reason-needed");

        branch.desk(3, operator, add + "\"PASSPORT\"}");
        branch.desk(3, operator, ask + ",\"document\":\"BIRTHC\"}");
        var other = ask + ",\"other\":\"ескі төлқұжат\",\"reason\":\"identity-unclear\"}";
        var state = branch.desk(3, operator, other).json();

        assertThat(state.path("added").path(0).asText()).isEqualTo("PASSPORT");
        assertThat(state.path("documents").path(0).path("document").asText()).isEqualTo("BIRTHC");
        var path = "/api/v1/visits/" + ticket.path("token").asText();
        assertThat(branch.http.get(path).json().path("documents").path(1).path("other").asText())
                .isEqualTo("ескі төлқұжат");
        assertThat(branch.http.get("/log/tile/entries/000.p/" + branch.size()).text())
                .contains("document.requested")
                .doesNotContain("BIRTHC")
                .doesNotContain("төлқұжат");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"action\":\"dance\"}                        | unknown-action",
                "{}                                            | member-missing",
                "{\"action\":\"start\",\"number\":\"A001\"}    | unknown-member",
                "{\"action\":\"ground\"}                       | member-missing",
                "{\"action\":\"ground\",\"shown\":\"yes\"}     | member-wrong",
                "{\"action\":\"finish\",\"outcome\":\"Готово\"}| member-wrong",
                "{\"action\":\"open\",\"primary\":[\"id\"]}    | member-wrong",
            })
    void refusesAnActionThatMakesNoSense(String body, String code) {
        long size = branch.size();

        var answer = branch.desk(3, operator, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(branch.size()).isEqualTo(size);
    }

    @Test
    void refusesAnOutcomeThatThePolicyDoesNotKnow() {
        branch.waits("ID-CARD");
        branch.acts(3, operator, "open");
        branch.acts(3, operator, "call-next");
        branch.acts(3, operator, "start");

        assertThat(code("{\"action\":\"finish\",\"outcome\":\"bribed\"}"))
                .isEqualTo("outcome-unknown");
    }

    @Test
    void opensToStaffAlone() {
        var path = "/api/v1/desks/3/" + branch.request();

        assertThat(branch.http.put(path, "{\"action\":\"open\"}").status()).isEqualTo(401);
        assertThat(branch.put(path, branch.kiosk, "{\"action\":\"open\"}").status()).isEqualTo(403);
        assertThat(branch.http.get("/api/v1/desks/3").status()).isEqualTo(401);
    }

    @Test
    void showsItsOwnStateToItsStaffAfterAReload() {
        branch.waits("ID-CARD");
        branch.acts(3, operator, "open");
        branch.acts(3, operator, "call-next");

        var state = branch.http.get("/api/v1/desks/3", "Authorization", operator).json();

        assertThat(state.path("number").asText()).isEqualTo("A001");
        assertThat(state.path("services").path(0).asText()).isEqualTo("ID-CARD");
    }

    @Test
    void saysFromWhenOnTheLawAllowsWhat() {
        branch.waits("ID-CARD");
        branch.acts(3, operator, "open");
        branch.passes(Duration.ofSeconds(90));
        var called = branch.acts(3, operator, "call-next").json();

        assertThat(called.path("arrival").asText()).isEqualTo("2026-11-23T09:00+05:00");
        assertThat(called.path("now").asText()).isEqualTo("2026-11-23T09:01:30+05:00");
        assertThat(called.path("calledAt")).isEqualTo(called.path("now"));
        assertThat(called.path("undoUntil").asText()).isEqualTo("2026-11-23T09:01:35+05:00");
        assertThat(called.path("recallFrom").asText()).isEqualTo("2026-11-23T09:01:50+05:00");
        assertThat(called.has("noShowFrom")).isFalse();

        branch.passes(Duration.ofSeconds(45));
        var again = branch.acts(3, operator, "recall").json();
        assertThat(again.has("undoUntil")).isFalse();
        assertThat(again.path("recallFrom").asText()).isEqualTo("2026-11-23T09:02:35+05:00");
    }

    @Test
    void saysFromWhenOnANoShowIsOneOnceTheCallsCount() {
        branch.waits("ID-CARD");
        branch.acts(3, operator, "open");
        var index = branch.acts(3, operator, "call-next").json().path("index").asLong();
        shows(index);
        branch.passes(Duration.ofSeconds(45));
        var again = branch.acts(3, operator, "recall").json();
        shows(again.path("index").asLong());

        var state = state();
        assertThat(state.path("counted").asInt()).isEqualTo(2);
        assertThat(state.path("noShowFrom").asText()).isEqualTo("2026-11-23T09:01:30+05:00");
    }

    @Test
    void offersNoSecondUndoOfTheSameTicket() {
        branch.waits("ID-CARD");
        branch.acts(3, operator, "open");
        assertThat(branch.acts(3, operator, "call-next").json().has("undoUntil")).isTrue();
        branch.acts(3, operator, "undo");
        branch.passes(Duration.ofSeconds(5));

        assertThat(branch.acts(3, operator, "call-next").json().has("undoUntil")).isFalse();
        assertThat(code("{\"action\":\"undo\"}")).isEqualTo("undo-used");
    }

    @Test
    void tellsWhenTheServiceBeganAlsoOverAnUndoneCall() {
        branch.waits("ID-CARD");
        branch.waits("ID-CARD");
        branch.acts(3, operator, "open");
        branch.acts(3, operator, "call-next");
        branch.passes(Duration.ofSeconds(10));
        var serving = branch.acts(3, operator, "start").json();
        assertThat(serving.path("startedAt").asText()).isEqualTo("2026-11-23T09:00:10+05:00");

        branch.passes(Duration.ofSeconds(60));
        branch.acts(3, operator, "call-next");
        var back = branch.acts(3, operator, "undo").json();
        assertThat(back.path("state").asText()).isEqualTo("serving");
        assertThat(back.path("startedAt").asText()).isEqualTo("2026-11-23T09:00:10+05:00");
        assertThat(back.path("callFrom").asText()).isEqualTo("2026-11-23T09:01:15+05:00");
    }

    @Test
    void tellsAPersonWhoTheyAreAndWhereTheySit() {
        var before = branch.http.get("/api/v1/desks/own", "Authorization", operator).json();
        assertThat(before.path("operator").asText()).isEqualTo("op-03");
        assertThat(before.path("counter").isNull()).isTrue();

        branch.acts(3, operator, "open");

        var after = branch.http.get("/api/v1/desks/own", "Authorization", operator).json();
        assertThat(after.path("counter").asInt()).isEqualTo(3);
        assertThat(branch.http.get("/api/v1/desks/own").status()).isEqualTo(401);
    }

    @Test
    void showsThePublicWhoIsCalledWhereAndNothingElse() {
        branch.waits("ID-CARD", ",\"ground\":\"P-PREG\"");
        branch.acts(3, operator, "open");
        branch.acts(3, operator, "call-next");

        var desks = branch.http.get("/api/v1/desks");

        assertThat(desks.json().path("desks").size()).isEqualTo(13);
        assertThat(desks.json().path("desks").path(2).path("number").asText()).isEqualTo("A001");
        assertThat(desks.json().path("desks").path(0).path("state").asText()).isEqualTo("closed");
        assertThat(desks.text())
                .doesNotContain("ID-CARD")
                .doesNotContain("P-PREG")
                .doesNotContain("op-03")
                .doesNotContain("undoUntil");
    }

    private JsonNode state() {
        return branch.http.get("/api/v1/desks/3", "Authorization", operator).json();
    }

    private void shows(long call) {
        var body = "{\"shown\":" + call + ",\"spoken\":true}";
        var path = "/api/v1/boards/b1/" + branch.request();
        assertThat(branch.put(path, branch.board, body).status()).isEqualTo(200);
    }

    private String code(String body) {
        return code(3, body);
    }

    private String code(int counter, String body) {
        return branch.desk(counter, operator, body).code();
    }
}
