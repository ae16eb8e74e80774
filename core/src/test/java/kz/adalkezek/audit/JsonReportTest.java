package kz.adalkezek.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.Duration;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `verify --json`: the same findings for a program, as `docs/verify.md` says.
class JsonReportTest {

    private final Town town = Town.open();
    private final Path data;

    JsonReportTest(@TempDir Path data) {
        this.data = data;
    }

    private static JsonNode document(Said said) throws Exception {
        return new JsonMapper().readTree(said.out());
    }

    private JsonNode verified() throws Exception {
        LogFolder.branch(data, town.log());
        var said = Said.verify(data, "--json");
        var document = document(said);
        assertThat(document.get("exitCode").asInt()).isEqualTo(said.code());
        assertThat(said.err()).isEmpty();
        return document;
    }

    @Test
    void tellsOfTheLogAndItsDays() throws Exception {
        town.takes(Town.SOC);
        town.passes(2);
        town.callsNext();
        town.starts();
        town.passes(3);
        town.finishes();
        town.passes(1);
        town.closesDay();
        var json = verified();
        assertThat(json.get("schema").asInt()).isEqualTo(1);
        assertThat(json.get("verdict").asText()).isEqualTo("sound");
        assertThat(json.at("/log/origin").asText()).isEqualTo(Town.ORIGIN);
        assertThat(json.at("/log/size").asLong()).isEqualTo(town.line().size());
        assertThat(json.at("/log/root").asText())
                .isEqualTo(LogFolder.checkpoint(LogFolder.bytes(town.log())).root().base64());
        assertThat(json.at("/log/key").asText())
                .isEqualTo(LogFolder.SIGNER.verifierKey().toString());
        assertThat(json.at("/log/keyPinned").asBoolean()).isFalse();
        assertThat(json.at("/policies/0/version").asText()).isEqualTo("test-1");
        assertThat(json.at("/policies/0/by").asText()).isEqualTo("branch");
        assertThat(json.at("/policies/0/from").asText()).isEqualTo("2026-11-23T09:00:00.000+05:00");
        var day = json.at("/days/0");
        assertThat(day.get("day").asText()).isEqualTo("2026-11-23");
        assertThat(day.at("/policies/0").asText()).isEqualTo("test-1");
        assertThat(day.at("/tally/calls/order").asInt()).isEqualTo(1);
        assertThat(day.at("/totals/servedByGroup/SOC").asInt()).isEqualTo(1);
        assertThat(day.at("/totals/issuedByTaker/k1").asInt()).isEqualTo(1);
        assertThat(day.at("/clocks/waitingMs").asLong()).isEqualTo(120_000);
        assertThat(day.at("/clocks/serviceMs").asLong()).isEqualTo(180_000);
        assertThat(day.at("/clocks/wrapUpMsByDesk/3").asLong()).isEqualTo(60_000);
        assertThat(day.at("/waits/all/p90Ms").asLong()).isEqualTo(120_000);
        assertThat(day.at("/waits/byGroup/SOC/served").asInt()).isEqualTo(1);
        assertThat(day.get("mostOvertaken").asInt()).isZero();
    }

    @Test
    void explainsEachOvertake() throws Exception {
        var aigerim = town.takes(Town.SOC);
        town.passes(1);
        var bolat = town.takesWithCredit(30, Town.SOC);
        long lawful = town.callsNext().entries().getFirst().index();
        town.asks(new Command.UndoCall(town.request(), Town.AIDA, Town.DESK_3));
        town.passes(Duration.ofSeconds(6));
        var emergency = new Code("emergency");
        var whom = new Command.Whom.ById(bolat);
        // By name it is the law's own choice.
        town.asks(new Command.CallVisit(town.request(), Town.AIDA, Town.DESK_3, whom, emergency));
        town.asks(new Command.RecordGround(town.request(), Town.AIDA, Town.DESK_3, true));
        town.starts();
        town.finishes();
        var direct = new Code("system-down");
        town.asks(new Command.ServeDirect(town.request(), Town.AIDA, Town.DESK_3, direct));
        var overtakes = verified().get("overtakes");
        assertThat(overtakes.get("count").asInt()).isEqualTo(3);
        assertThat(overtakes.get("listed").asInt()).isEqualTo(3);
        var first = overtakes.at("/list/0");
        assertThat(first.get("index").asLong()).isEqualTo(lawful);
        assertThat(first.get("why").asText()).isEqualTo("by-law");
        assertThat(first.get("withdrawn").asBoolean()).isTrue();
        assertThat(first.get("number").asText()).isEqualTo("K002");
        assertThat(first.at("/overtaken/0/visit").asLong()).isEqualTo(aigerim.index());
        assertThat(first.at("/overtaken/0/byLawSoFar").asInt()).isEqualTo(1);
        assertThat(overtakes.at("/list/1").has("withdrawn")).isFalse();
        var last = overtakes.at("/list/2");
        assertThat(last.get("why").asText()).isEqualTo("direct");
        assertThat(last.get("reason").asText()).isEqualTo("system-down");
        assertThat(last.has("visit")).isFalse();
    }

    @Test
    void listsOverridesAndBreaches() throws Exception {
        town.takes(Town.SOC);
        town.passes(1);
        var bolat = town.takes(Town.SOC);
        long call = town.forges(Town.AIDA, Town.call(bolat, Event.Rule.ORDER, 2, 1));
        town.starts();
        town.finishes();
        var direct = new Code("system-down");
        town.asks(new Command.ServeDirect(town.request(), Town.AIDA, Town.DESK_3, direct));
        var json = verified();
        assertThat(json.get("exitCode").asInt()).isEqualTo(Verify.LAW_BROKEN);
        assertThat(json.get("verdict").asText()).isEqualTo("law-broken");
        assertThat(json.at("/breaches/count").asInt()).isEqualTo(1);
        assertThat(json.at("/breaches/list/0/index").asLong()).isEqualTo(call);
        assertThat(json.at("/breaches/list/0/type").asText()).isEqualTo("call.made");
        assertThat(json.at("/breaches/list/0/why").asText()).contains("the law calls K001");
        assertThat(json.at("/overrides/list/0/operator").asText()).isEqualTo("o-aida");
        assertThat(json.at("/overrides/list/0/counter").asInt()).isEqualTo(3);
        assertThat(json.at("/logFaults/count").asInt()).isZero();
    }

    @Test
    void saysThatTheLogIsBrokenOrCannotBeRead() throws Exception {
        var log = LogFolder.branch(data, town.log());
        LogFolder.writeFile(log.resolve("checkpoint"), new byte[] {1});
        var broken = document(Said.verify(data, "--json"));
        assertThat(broken.get("verdict").asText()).isEqualTo("log-broken");
        assertThat(broken.at("/logFaults/list/0/where").asText()).isEqualTo("checkpoint");
        var said = Said.run(data + "/nowhere", "--json");
        assertThat(said.err()).contains("there is no directory");
        var unread = document(said);
        assertThat(unread.get("exitCode").asInt()).isEqualTo(Verify.CANNOT_READ);
        assertThat(unread.get("why").asText()).contains("there is no directory");
    }
}
