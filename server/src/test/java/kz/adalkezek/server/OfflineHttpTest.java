package kz.adalkezek.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import kz.adalkezek.audit.Verify;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.server.web.LocalServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A kiosk holds numbers, is alone for a while, and hands its tickets over, over HTTP.
final class OfflineHttpTest {

    private static final String NONCE = "AAECAwQFBgcICQoLDA0ODw";

    private final Path folder;
    private OpenBranch branch;

    OfflineHttpTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void open() throws Exception {
        branch = OpenBranch.in(folder);
    }

    @AfterEach
    void close() {
        branch.close();
    }

    @Test
    void holdsNumbersOnceHoweverOftenItAsks() {
        var request = branch.request();
        var first = leases(request, 50);
        assertThat(first.text())
                .isEqualTo("{\"letter\":\"A\",\"from\":1,\"to\":50,\"day\":\"2026-11-23\"}");
        assertThat(leases(request, 50).text()).isEqualTo(first.text());
        assertThat(leases(request, 51).code()).isEqualTo("request-reused");
        assertThat(leases(branch.request(), 451).code()).isEqualTo("leased-enough");
        var held = branch.http.get("/api/v1/leases", "Authorization", branch.kiosk).json();
        assertThat(held.path("leases")).hasSize(1);
        assertThat(held.path("leases").path(0).path("to").asInt()).isEqualTo(50);
        assertThat(held.path("pending").asInt()).isZero();
        assertThat(
                        branch.take(
                                        branch.request(),
                                        "{\"services\":[\"ID-CARD\"],\"language\":\"kk\"}")
                                .json()
                                .path("number")
                                .asText())
                .isEqualTo("A051");
    }

    @Test
    void handsOverATicketWithTheTokenThatIsOnThePaper() throws Exception {
        leases(branch.request(), 50);
        branch.passes(Duration.ofMinutes(20));
        var request = branch.request();
        var body = ticket("A001", "2026-11-23T09:05:00.000+05:00", ",\"how\":\"printed\"");
        var merged = merges(request, body);
        assertThat(merged.status()).as(merged.text()).isEqualTo(200);
        var ticket = merged.json().path("tickets").path(0);
        assertThat(ticket.path("number").asText()).isEqualTo("A001");
        var nonce = Base64.getUrlDecoder().decode(NONCE);
        assertThat(ticket.path("token").asText()).isEqualTo(token(nonce));
        assertThat(merges(request, body).json().path("tickets").path(0).path("index"))
                .isEqualTo(ticket.path("index"));
        var visit = branch.http.get("/api/v1/visits/" + ticket.path("token").asText()).json();
        assertThat(visit.path("state").asText()).isEqualTo("waiting");
        assertThat(visit.path("arrival").asText()).isEqualTo("2026-11-23T09:05+05:00");
        assertThat(visit.path("offline").path("knownFrom").asText())
                .isEqualTo("2026-11-23T09:20+05:00");
    }

    @Test
    void doesNothingElseBeforeAllIsHandedOver() {
        leases(branch.request(), 50);
        var one = "2026-11-23T09:00:00.000+05:00";
        handsOver(1, numbered(ticket("A001", one, ",\"how\":\"printed\"")));
        var refused =
                branch.take(branch.request(), "{\"services\":[\"ID-CARD\"],\"language\":\"kk\"}");
        assertThat(refused.code()).isEqualTo("offline-first");
        merges(branch.request(), ticket("A002", one, ",\"how\":\"printed\""));
        assertThat(
                        branch.take(
                                        branch.request(),
                                        "{\"services\":[\"ID-CARD\"],\"language\":\"kk\"}")
                                .status())
                .isEqualTo(201);
    }

    @Test
    void theManagerReleasesWhatALostKioskHeldAndTheVerifierAgrees() throws Exception {
        leases(branch.request(), 50);
        merges(
                branch.request(),
                ticket("A001", "2026-11-23T09:00:00.000+05:00", ",\"how\":\"shown\""));
        var manager = branch.manager();
        var release =
                "{\"action\":\"release-numbers\",\"device\":\"k1\",\"letter\":\"A\","
                        + "\"from\":2,\"to\":50,\"day\":\"2026-11-23\"}";
        var path = "/api/v1/branch/" + branch.request();
        assertThat(branch.put(path, manager, release).status()).isEqualTo(200);
        assertThat(branch.put("/api/v1/branch/" + branch.request(), manager, release).code())
                .isEqualTo("numbers-not-leased");
        branch.close();
        var out = new ByteArrayOutputStream();
        var stream = new PrintStream(out, true, UTF_8);
        var log = branch.config.data().resolve("log").toString();
        assertThat(Verify.run(new String[] {log}, stream, stream))
                .as(out.toString(UTF_8))
                .isEqualTo(Verify.SOUND);
        open();
    }

    @Test
    void handsOverManyAtOnceAndStopsAtTheFirstThatIsNotTaken() {
        leases(branch.request(), 50);
        var one = "2026-11-23T09:00:00.000+05:00";
        var answer =
                handsOver(
                        4,
                        numbered(ticket("A001", one, ",\"how\":\"printed\"")),
                        numbered(ticket("A002", one, "").replace("ID-CARD", "NO-SUCH")),
                        numbered(ticket("A003", one, ",\"how\":\"printed\"")));
        var tickets = answer.json().path("tickets");
        assertThat(tickets).hasSize(2);
        assertThat(tickets.path(0).path("number").asText()).isEqualTo("A001");
        assertThat(tickets.path(1).path("problem").path("code").asText())
                .isEqualTo("unknown-service");
        var line = branch.branch().line();
        assertThat(line.hall().devices().get(new DeviceId("k1")).orElseThrow().pending())
                .isEqualTo(6);
        // The law's own no ends the row, too.
        tickets =
                handsOver(
                                0,
                                numbered(ticket("A002", one, ",\"how\":\"printed\"")),
                                numbered(ticket("A004", one, ",\"how\":\"printed\"")),
                                numbered(ticket("A003", one, ",\"how\":\"printed\"")))
                        .json()
                        .path("tickets");
        assertThat(tickets).hasSize(2);
        assertThat(tickets.path(1).path("problem").path("code").asText())
                .isEqualTo("numbers-not-leased");
    }

    @Test
    void handsOverAtMostAHundredAtOnce() {
        leases(branch.request(), 101);
        var one = "2026-11-23T09:00:00.000+05:00";
        var tickets = new String[101];
        for (int i = 0; i < tickets.length; i++) {
            var number = "A%03d".formatted(i + 1);
            tickets[i] = numbered(ticket(number, one, ",\"how\":\"printed\""));
        }
        assertThat(handsOver(0, tickets).code()).isEqualTo("member-wrong");
        assertThat(handsOver(0).code()).isEqualTo("member-wrong");
        var hundred = handsOver(1, Arrays.copyOf(tickets, 100)).json().path("tickets");
        assertThat(hundred).hasSize(100);
        assertThat(hundred.path(99).path("number").asText()).isEqualTo("A100");
    }

    @ParameterizedTest
    @CsvSource({
        "number, A1",
        "number, 001",
        "day, 2026-13-01",
        "nonce, AAECAwQFBgcICQoLDA0O",
        "nonce, AAECAwQFBgcICQoLDA0ODw==",
        "nonce, !!!",
        "touched, yesterday",
        "touched, 1969-12-31T00:00:00Z",
    })
    void saysWhatIsWrongWithATicket(String member, String value) {
        leases(branch.request(), 50);
        var body =
                ticket("A001", "2026-11-23T09:00:00.000+05:00", "")
                        .replaceAll(
                                "\"" + member + "\":\"[^\"]*\"",
                                "\"" + member + "\":\"" + value + "\"");
        var answer = merges(branch.request(), body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains(member);
    }

    @Test
    void noOtherDeviceAndNobodyElseMayHoldNumbers() throws Exception {
        var body = "{\"letter\":\"A\",\"count\":5}";
        var path = "/api/v1/leases/" + branch.request();
        assertThat(branch.put(path, branch.board, body).status()).isEqualTo(403);
        assertThat(branch.put(path, branch.manager(), body).status()).isEqualTo(403);
    }

    private Answer leases(String request, int count) {
        return branch.put(
                "/api/v1/leases/" + request,
                branch.kiosk,
                "{\"letter\":\"A\",\"count\":" + count + "}");
    }

    private Answer merges(String request, String body) {
        return handsOver(0, "{\"request\":\"" + request + "\"," + body.substring(1));
    }

    private Answer handsOver(int pending, String... tickets) {
        return branch.http.post(
                "/api/v1/offline",
                "{\"pending\":" + pending + ",\"tickets\":[" + String.join(",", tickets) + "]}",
                "Authorization",
                branch.kiosk,
                "Accept-Language",
                "en");
    }

    /// As the page makes it from what is on the paper.
    private static String token(byte[] nonce) throws GeneralSecurityException {
        var hash = MessageDigest.getInstance("SHA-256");
        hash.update("token".getBytes(UTF_8));
        var first = Arrays.copyOf(hash.digest(nonce), 16);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(first);
    }

    private String numbered(String ticket) {
        return "{\"request\":\"" + branch.request() + "\"," + ticket.substring(1);
    }

    private static String ticket(String number, String touched, String more) {
        return "{\"number\":\""
                + number
                + "\",\"day\":\"2026-11-23\",\"services\":[\"ID-CARD\"],\"language\":\"kk\","
                + "\"touched\":\""
                + touched
                + "\",\"policy\":\"demo-1\",\"nonce\":\""
                + NONCE
                + "\""
                + more
                + "}";
    }
}
