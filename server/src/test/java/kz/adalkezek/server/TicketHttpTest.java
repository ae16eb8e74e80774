package kz.adalkezek.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import kz.adalkezek.log.Receipt;
import kz.adalkezek.queue.EventCodec;
import kz.adalkezek.server.intake.TicketRoutes;
import kz.adalkezek.server.staff.Identity.Device;
import kz.adalkezek.server.staff.Identity.Kind;
import kz.adalkezek.server.staff.Identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tickets over HTTP.
final class TicketHttpTest {

    private static final String ID_CARD = "{\"services\":[\"ID-CARD\"],\"language\":\"kk\"}";

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
    void givesANumberATokenAndAReceiptThatAPhoneCanCheck() {
        var answer = branch.take(branch.request(), ID_CARD);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        var ticket = answer.json();
        assertThat(ticket.path("number").asText()).isEqualTo("A001");
        assertThat(ticket.path("index").asLong()).isEqualTo(branch.size() - 1);
        assertThat(ticket.path("token").asText()).matches("[A-Za-z0-9_-]{22}");
        assertThat(ticket.path("ahead").asInt()).isZero();
        assertThat(ticket.path("wait").path("p50").asInt())
                .isLessThanOrEqualTo(ticket.path("wait").path("p90").asInt());
        var url = ticket.path("receipt").asText();
        assertThat(url).startsWith("http://branch.example.kz/t#");
        var decoded = Receipt.fromDigits(url.substring(url.indexOf('#') + 1));
        assertThat(decoded).isInstanceOf(Receipt.Decoded.Read.class);
        var entry = ((Receipt.Decoded.Read) decoded).receipt().entry().orElseThrow();
        assertThat(EventCodec.decode(entry).index()).isEqualTo(ticket.path("index").asLong());
    }

    @Test
    void answersARetryWithTheSameTicket() {
        var request = branch.request();
        var first = branch.take(request, ID_CARD).json();
        branch.take(branch.request(), ID_CARD);
        long size = branch.size();

        var again = branch.take(request, ID_CARD);

        assertThat(again.status()).isEqualTo(200);
        for (var member : new String[] {"number", "index", "token"}) {
            assertThat(again.json().path(member)).isEqualTo(first.path(member));
        }
        assertThat(branch.size()).isEqualTo(size);
    }

    @Test
    void takesNullForAMemberThatIsLeftOutAlsoInARetry() {
        var request = branch.request();
        branch.take(request, ID_CARD);

        var again =
                branch.take(
                        request,
                        "{\"services\":[\"ID-CARD\"],\"language\":\"kk\",\"ground\":null,"
                                + "\"touched\":null,\"booking\":null,\"people\":null}");

        assertThat(again.status()).isEqualTo(200);
    }

    @Test
    void refusesARequestIdThatComesBackWithAnotherBody() {
        var request = branch.request();
        branch.take(request, ID_CARD);
        long size = branch.size();

        var other = branch.take(request, "{\"services\":[\"PASSPORT\"],\"language\":\"kk\"}");

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("request-reused");
        assertThat(branch.size()).isEqualTo(size);
    }

    @Test
    void countsThePeopleAhead() {
        branch.waits("ID-CARD");
        branch.waits("PASSPORT");

        assertThat(branch.take(branch.request(), ID_CARD).json().path("ahead").asInt())
                .isEqualTo(2);
    }

    @Test
    void takesTheNumberOfTheFirstLegForAVisitOfSeveral() {
        var answer =
                branch.take(
                        branch.request(),
                        "{\"services\":[\"CERT-CRIM\",\"ID-CARD\"],\"language\":\"ru\"}");

        assertThat(answer.json().path("number").asText()).isEqualTo("M001");
    }

    @Test
    void letsAPersonWaitOnceTheTicketIsHandedOver() {
        var request = branch.request();
        branch.take(request, ID_CARD);
        assertThat(waiting()).isZero();

        assertThat(branch.hand(request, "{\"how\":\"shown\"}").status()).isEqualTo(200);

        assertThat(waiting()).isEqualTo(1);
        var again = branch.hand(request, "{\"how\":\"printed\"}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("ticket-already-handed");
    }

    @Test
    void recordsAFailedPrintingAndStillTakesAHandOver() {
        var request = branch.request();
        branch.take(request, ID_CARD);

        var failed =
                branch.hand(request, "{\"how\":\"failed\",\"reason\":\"printer-out-of-paper\"}");

        assertThat(failed.status()).isEqualTo(200);
        assertThat(waiting()).isZero();
        assertThat(branch.hand(request, "{\"how\":\"shown\"}").status()).isEqualTo(200);
        assertThat(waiting()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"how\":\"failed\"}                             | 400 | member-wrong",
                "{\"how\":\"printed\",\"reason\":\"printer-error\"} | 400 | member-wrong",
                "{\"how\":\"eaten\"}                              | 400 | member-wrong",
                "{\"how\":\"failed\",\"reason\":\"Free text\"}      | 400 | member-wrong",
                "{\"how\":\"failed\",\"reason\":\"bored\"}          | 409 | reason-unknown",
                "{}                                             | 400 | member-missing",
            })
    void refusesAHandOverThatMakesNoSense(String body, int status, String code) {
        var request = branch.request();
        branch.take(request, ID_CARD);

        var answer = branch.hand(request, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(waiting()).isZero();
    }

    @Test
    void takesAHandOverFromTheKioskThatTookTheTicketOnly() throws Exception {
        var pair =
                branch.put(
                        "/api/v1/branch/" + branch.request(),
                        branch.manager(),
                        "{\"action\":\"pair-device\",\"device\":\"k2\",\"kind\":\"kiosk\","
                                + "\"hall\":\"main\"}");
        var other = OpenBranch.bearer(pair.json().path("token").asText());
        var request = branch.request();
        branch.take(request, ID_CARD);

        var answer =
                branch.put(
                        "/api/v1/tickets/" + request + "/handed/" + branch.request(),
                        other,
                        "{\"how\":\"printed\"}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("ticket-of-another");
    }

    @Test
    void knowsNoHandOverOfATicketThatWasNeverTaken() {
        var answer = branch.hand(branch.request(), "{\"how\":\"printed\"}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("ticket-unknown");
    }

    @Test
    void keepsTheTicketsOfAnOfficerAtAnOpenDesk() throws Exception {
        var operator = branch.operator();
        var request = branch.request();

        var closed = branch.put("/api/v1/tickets/" + request, operator, ID_CARD);
        assertThat(closed.status()).isEqualTo(409);
        assertThat(closed.code()).isEqualTo("desk-not-open");

        branch.acts(3, operator, "open");
        var open = branch.put("/api/v1/tickets/" + branch.request(), operator, ID_CARD);
        assertThat(open.status()).isEqualTo(201);
    }

    @Test
    void takesATouchUpToAMinuteAhead() {
        var last = OpenBranch.NINE.plus(TicketRoutes.AHEAD_MAX);

        assertThat(branch.take(branch.request(), touched(last.toString())).status()).isEqualTo(201);
        var broken = branch.take(branch.request(), touched(last.plusMillis(1).toString()));
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.code()).isEqualTo("touched-in-future");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:00:00.120+05:00, 201",
        "2026-11-23T04:00:00Z, 201",
        "2026-11-23 09:00, 400",
        "1969-12-31T23:59:59Z, 400",
        "yesterday, 400",
    })
    void takesATouchAsAnInstantWithOffset(String touched, int status) {
        assertThat(branch.take(branch.request(), touched(touched)).status()).isEqualTo(status);
    }

    @Test
    void tellsOfACopyOfATicketThatWasHandedOver() {
        var ticket = branch.request();
        branch.take(ticket, "{\"services\":[\"ID-CARD\"],\"language\":\"kk\"}");
        var copy = "/api/v1/tickets/" + ticket + "/reprinted/";
        assertThat(branch.put(copy + branch.request(), branch.kiosk, "{}").code())
                .isEqualTo("ticket-not-handed");
        branch.hand(ticket, "{\"how\":\"printed\"}");
        long size = branch.size();
        var request = branch.request();
        assertThat(branch.put(copy + request, branch.kiosk, "{}").status()).isEqualTo(200);
        assertThat(branch.put(copy + request, branch.kiosk, "{}").status()).isEqualTo(200);
        assertThat(branch.size()).isEqualTo(size + 1);
        var unknown = "/api/v1/tickets/" + branch.request() + "/reprinted/" + branch.request();
        assertThat(branch.put(unknown, branch.kiosk, "{}").code()).isEqualTo("ticket-unknown");
        assertThat(branch.put(copy + branch.request(), branch.board, "{}").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"0, 400", "1, 201", "20, 201", "21, 400"})
    void takesOneToTwentyServices(int count, int status) {
        var services = "\"ID-CARD\",".repeat(count).replaceFirst(",$", "");

        var answer =
                branch.take(
                        branch.request(), "{\"services\":[" + services + "],\"language\":\"kk\"}");

        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void keepsTheNumberOfPeopleOutOfTheLog() throws Exception {
        var family =
                branch.take(
                                branch.request(),
                                "{\"services\":[\"ID-CARD\"],\"language\":\"kk\",\"people\":3}")
                        .json();

        var view = branch.http.get("/api/v1/visits/" + family.path("token").asText()).json();
        assertThat(view.path("people").asInt()).isEqualTo(3);
        assertThat(branch.http.get("/log/tile/entries/000.p/" + branch.size()).text())
                .doesNotContain("people");
    }

    @Test
    void stopsAKioskAtItsTenthTicketOfAMinute() {
        for (int i = 0; i < 10; i++) {
            assertThat(branch.take(branch.request(), ID_CARD).status()).isEqualTo(201);
        }

        var request = branch.request();
        var answer = branch.take(request, ID_CARD);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("kiosk-too-fast");

        branch.passes(Duration.ofMinutes(1));
        assertThat(branch.take(branch.request(), ID_CARD).status()).isEqualTo(201);
    }

    @Test
    void opensToAKioskAndToNobodyElseWithoutADesk() throws Exception {
        var path = "/api/v1/tickets/" + branch.request();

        assertThat(branch.http.put(path, ID_CARD).status()).isEqualTo(401);
        assertThat(branch.put(path, "Bearer nonsense", ID_CARD).code()).isEqualTo("not-signed-in");
        assertThat(branch.put(path, branch.board, ID_CARD).code()).isEqualTo("forbidden");
        var stranger = new Device("k9", Kind.KIOSK);
        var paired = OpenBranch.bearer(branch.server.devices().pair(stranger).value());
        assertThat(branch.put(path, paired, ID_CARD).code()).isEqualTo("device-unknown");
        assertThat(branch.signIn("op-04", Role.OPERATOR)).startsWith("Bearer ");
    }

    private int waiting() {
        return branch.branch().line().people().waitingCount();
    }

    private static String touched(String instant) {
        return "{\"services\":[\"ID-CARD\"],\"language\":\"kk\",\"touched\":\"" + instant + "\"}";
    }
}
