package kz.adalkezek.kiosk.touch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import kz.adalkezek.kiosk.TestBranch;
import kz.adalkezek.kiosk.TestBranch.Mood;
import kz.adalkezek.kiosk.TestKiosk;
import kz.adalkezek.kiosk.errand.Stage;
import kz.adalkezek.kiosk.sim.Fault;
import kz.adalkezek.kiosk.sim.PrinterSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the browser of a kiosk may ask, and what nobody may.
class TouchPageTest {

    private static final String WISH =
            "{\"services\":[\"ID-CARD\"],\"language\":\"kk\",\"ground\":null}";

    private TestBranch branch;
    private PrinterSimulator printer;
    private TestKiosk kiosk;

    @BeforeEach
    void open(@TempDir Path dir) throws IOException {
        branch = new TestBranch();
        printer = PrinterSimulator.start(dir.resolve("printer"), PrinterSimulator.WIDE_DOTS);
        kiosk =
                new TestKiosk(
                        dir,
                        branch,
                        printer,
                        TestKiosk.PATIENT,
                        Instant.parse("2026-11-23T07:00:00Z"));
        kiosk.awaitOffer();
    }

    @AfterEach
    void shut() throws IOException {
        kiosk.close();
        printer.close();
        branch.close();
    }

    @Test
    void takesATouchAndShowsTheTicket() {
        var request = TestKiosk.fresh();
        var begun = http().put("/errands/" + request, WISH);
        assertThat(begun.status()).isEqualTo(202);
        assertThat(begun.body()).contains("\"request\":\"" + request + "\"");
        kiosk.awaitStage(request, Stage.Handed.class);
        var state = hears("\"stage\":\"handed\"");
        assertThat(state)
                .contains("\"number\":\"A001\"")
                .contains("\"ahead\":6")
                .contains("\"wait\":{\"p50\":600,\"p90\":900,\"learned\":false}")
                .contains("\"receipt\":\"" + TestBranch.RECEIPT + "\"")
                .contains("\"mm\":3.2")
                .contains("\"printer\":{\"state\":\"ready\"}")
                .contains("\"reachable\":true");
        var code = http().get("/errands/" + request + "/code.svg");
        assertThat(code.headers()).containsEntry("Content-Type", "image/svg+xml");
        assertThat(http().put("/errands/" + request + "/done", "").status()).isEqualTo(200);
        assertThat(hears("\"errand\":null")).contains("\"kiosk\":\"k1\"");
    }

    @Test
    void tellsOfTheBranchAndThePrinterAsTheyChange() throws IOException {
        try (var live = new LiveReader(kiosk.port())) {
            live.await("\"reachable\":true");
            branch.stop();
            live.await("\"reachable\":false");
            printer.set(Fault.COVER_OPEN, true);
            live.await("\"printer\":{\"state\":\"trouble\",\"why\":\"cover-open\"}");
            printer.set(Fault.COVER_OPEN, false);
            printer.set(Fault.PAPER_LOW, true);
            live.await("\"printer\":{\"state\":\"low\"}");
            printer.set(Fault.SILENT, true);
            live.await("\"printer\":{\"state\":\"unknown\"}");
        }
    }

    @Test
    void showsTheBranchsOwnSentenceForARefusal() {
        branch.onTickets(Mood.REFUSES);
        http().put("/errands/" + TestKiosk.fresh(), WISH);
        assertThat(hears("\"stage\":\"refused\""))
                .contains(
                        "\"problem\":{\"code\":\"limit-reached\","
                                + "\"detail\":\"Қызметкерге жүгініңіз.\"}");
    }

    @Test
    void takesTheTicketOfABookingWithItsCodeAlone() {
        var request = TestKiosk.fresh();
        var body = "{\"services\":[],\"language\":\"kk\",\"booking\":\"7K2MQX4R9T\"}";
        assertThat(http().put("/errands/" + request, body).status()).isEqualTo(202);
        kiosk.awaitStage(request, Stage.Handed.class);
        assertThat(branch.asks().getFirst().body())
                .contains("\"booking\":\"7K2MQX4R9T\"")
                .doesNotContain("services");
        assertThat(hears("\"stage\":\"handed\"")).contains("\"services\":[\"ID-CARD\"]");
        assertThat(printer.papers()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7K2MQX4R9", "7K2MQX4R9TT", "7k2mqx4r9t", ""})
    void refusesWhatIsNoCodeOfABooking(String code) {
        var body = "{\"services\":[],\"language\":\"kk\",\"booking\":\"" + code + "\"}";
        var answer = http().put("/errands/" + TestKiosk.fresh(), body);
        assertThat(answer.body()).contains("\"code\":\"member-wrong\"").contains("booking");
    }

    @Test
    void showsWhatCameOfAScanUntilItIsSeen() {
        assertThat(http().put("/scan", "{\"code\":\"7k2mq-x4r9t\"}").status()).isEqualTo(202);
        assertThat(hears("\"scan\":"))
                .contains("\"scan\":{\"id\":1,\"kind\":\"booked\",\"code\":\"7K2MQX4R9T\"}");
        assertThat(http().send("DELETE", "/scan", "").status()).isEqualTo(204);
        http().put("/scan", "{\"code\":\"4601234567890\"}");
        assertThat(hears("\"scan\":")).contains("\"scan\":{\"id\":2,\"kind\":\"no-code\"}");
    }

    @Test
    void offersACopyOfATicketOfItsOwnTwice() {
        var request = TestKiosk.fresh();
        http().put("/errands/" + request, WISH);
        kiosk.awaitStage(request, Stage.Handed.class);
        assertThat(http().put("/errands/" + request + "/copy", "").code())
                .as("while it is on the screen")
                .isEqualTo("copy-not-printed");
        http().put("/errands/" + request + "/done", "");
        http().put("/scan", "{\"code\":\"" + TestBranch.RECEIPT + "\"}");
        assertThat(hears("\"scan\":"))
                .contains("\"kind\":\"place\"", "\"number\":\"A001\"", "\"ahead\":6")
                .contains("\"copy\":\"" + request + "\"");

        assertThat(http().put("/errands/" + request + "/copy", "").status()).isEqualTo(204);
        assertThat(printer.papers()).hasSize(2);
        assertThat(branch.copies()).hasSize(1);
        assertThat(http().put("/errands/" + request + "/copy", "").status()).isEqualTo(204);
        assertThat(http().put("/errands/" + request + "/copy", "").code())
                .isEqualTo("copy-not-printed");
        assertThat(printer.papers()).hasSize(3);
        assertThat(branch.copies()).hasSize(2);
    }

    @Test
    void printsNoCopyOfWhichTheBranchHasNotHeard() {
        var request = TestKiosk.fresh();
        http().put("/errands/" + request, WISH);
        kiosk.awaitStage(request, Stage.Handed.class);
        http().put("/errands/" + request + "/done", "");
        branch.onTickets(Mood.BUSY);
        assertThat(http().put("/errands/" + request + "/copy", "").code())
                .isEqualTo("copy-not-printed");
        assertThat(printer.papers()).hasSize(1);
    }

    @Test
    void takesScansUpToTheirLimit() {
        var longest = "a".repeat(7_200);
        assertThat(http().put("/scan", "{\"code\":\"" + longest + "\"}").status()).isEqualTo(202);
        assertThat(http().put("/scan", "{\"code\":\"" + longest + "a\"}").status()).isEqualTo(400);
        assertThat(http().put("/scan", "{\"code\":\"\"}").status()).isEqualTo(400);
    }

    @Test
    void givesTheOfferAsTheBranchSentIt() {
        assertThat(http().get("/offer").body()).isEqualTo(TestBranch.OFFER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void knowsItsOwnNames(String name) {
        assertThat(http().with("Host", name + ":" + kiosk.port()).get("/offer").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"queue.example.gov:PORT", "localhost", "localhost:1", "[::1]:PORT", "x"})
    void refusesAStrangeHost(String host) {
        var strange = host.replace("PORT", "" + kiosk.port());
        var answer = http().with("Host", strange).get("/offer");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("other-host");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, nonsense",
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://localhost:1"
    })
    void refusesToBeWrittenByAnotherSite(String header, String value) {
        var request = TestKiosk.fresh();
        var answer = http().with(header, value).put("/errands/" + request, WISH);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("other-site");
        assertThat(kiosk.errands().current()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"cross-site, 403", "same-site, 200", "same-origin, 200", "none, 200"})
    void maySeeItWhoeverIsOnThisMachine(String site, int status) {
        assertThat(http().with("Sec-Fetch-Site", site).get("/").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"services\":[\"ID-CARD\"]}                               | member-wrong",
                "{\"services\":[],\"language\":\"kk\"}                      | member-wrong",
                "{\"services\":\"ID-CARD\",\"language\":\"kk\"}             | member-wrong",
                "{\"services\":[1],\"language\":\"kk\"}                     | member-wrong",
                "{\"services\":[\"id card\"],\"language\":\"kk\"}           | member-wrong",
                "{\"services\":[\"ID\"],\"language\":\"de\"}                | member-wrong",
                "{\"services\":[\"ID\"],\"language\":\"kk\",\"ground\":1}   | member-wrong",
                "{\"services\":[\"ID\"],\"language\":\"kk\",\"when\":1}     | unknown-member",
                "{\"language\":\"kk\",\"language\":\"kk\"}                  | body-not-json",
                "[]                                                         | body-not-json",
                "{} {}                                                      | body-not-json",
                "{                                                          | body-not-json"
            })
    void refusesABodyThatSaysNothingUseful(String body, String code) {
        var answer = http().put("/errands/" + TestKiosk.fresh(), body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void takesTwelveServicesAndNotThirteen() {
        assertThat(http().put("/errands/" + TestKiosk.fresh(), services(13)).status())
                .isEqualTo(400);
        assertThat(http().put("/errands/" + TestKiosk.fresh(), services(12)).status())
                .isEqualTo(202);
    }

    @Test
    void takesABodyOfFourKibibytesAndNotAByteMore() {
        int space = Body.MAX_BYTES - WISH.length();
        var request = "/errands/" + TestKiosk.fresh();
        var over = http().put(request, WISH + " ".repeat(space + 1));
        assertThat(over.status()).isEqualTo(413);
        assertThat(http().put(request, WISH + " ".repeat(space)).status()).isEqualTo(202);
    }

    @Test
    void takesAnAddressAndHeadersUpToTheirLimits() {
        assertThat(http().get("/offer?" + "x".repeat(Guard.ADDRESS_MAX_CHARS - 7)).status())
                .isEqualTo(200);
        assertThat(http().get("/offer?" + "x".repeat(Guard.ADDRESS_MAX_CHARS - 6)).status())
                .isEqualTo(414);
        int others =
                "Host".length()
                        + ("localhost:" + kiosk.port()).length()
                        + "Connection".length()
                        + "close".length()
                        + "Accept-Language".length()
                        + "en".length()
                        + "X".length();
        var fits = "x".repeat(Guard.FIELDS_MAX_CHARS - others);
        assertThat(http().with("X", fits).get("/offer").status()).isEqualTo(200);
        assertThat(http().with("X", fits + "x").get("/offer").status()).isEqualTo(431);
        assertThat(http().with("X", "x".repeat(20_000)).get("/offer").status()).isEqualTo(431);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nonsense, 404, not-found",
        "GET, /screens/../kiosk.toml, 404, not-found",
        "GET, /screens/%2e%2e/kiosk.toml, 404, not-found",
        "GET, /screens/nonsense.js, 404, not-found",
        "GET, /screens/.hidden, 404, not-found",
        "POST, /offer, 405, method-not-allowed",
        "PUT, /errands/1, 400, request-id-wrong",
        "PUT, /errands/5F1C0A52-0000-4000-8000-000000000000, 400, request-id-wrong",
        "PUT, /errands/5f1c0a52-0000-4000-8000-000000000000/had, 404, errand-unknown",
        "DELETE, /errands/5f1c0a52-0000-4000-8000-000000000000, 404, errand-unknown",
        "GET, /errands/5f1c0a52-0000-4000-8000-000000000000/code.svg, 404, errand-unknown",
        "PUT, /sim/printer/faults/earthquake, 404, not-found",
        "GET, /sim/printer/papers/7.png, 404, not-found"
    })
    void saysWhatIsWrongWithAnAddress(String method, String path, int status, String code) {
        var answer = http().with("Content-Type", "application/json").send(method, path, "{}");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.headers())
                .containsEntry("Content-Type", "application/problem+json")
                .containsKey("Content-Security-Policy");
    }

    @Test
    void refusesABodyThatIsNoJson() {
        var answer =
                http().with("Content-Type", "text/plain")
                        .put("/errands/" + TestKiosk.fresh(), WISH);
        assertThat(answer.status()).isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({
        "kk, Мұндай бет жоқ. Мекенжайды тексеріңіз.",
        "'ru-RU,ru;q=0.9', Такой страницы нет. Проверьте адрес.",
        "'de,en;q=0.5', There is no such page. Check the address.",
        "nonsense;q=x, Мұндай бет жоқ. Мекенжайды тексеріңіз."
    })
    void speaksTheLanguageThatIsAskedFor(String asked, String sentence) {
        assertThat(http().with("Accept-Language", asked).get("/nonsense").body())
                .contains(sentence);
    }

    @Test
    void servesThePageAndItsFilesByTheirTag() {
        var page = http().get("/");
        assertThat(page.headers())
                .containsEntry("Content-Type", "text/html;charset=utf-8")
                .containsEntry("Cache-Control", "no-cache");
        var again =
                http().with("If-None-Match", String.valueOf(page.headers().get("ETag"))).get("/");
        assertThat(again.status()).isEqualTo(304);
        assertThat(http().get("/screens/tokens.css").headers())
                .containsEntry("Content-Type", "text/css; charset=utf-8");
    }

    @Test
    void letsAPersonSpoilTheSimulatedPrinter() {
        assertThat(http().put("/sim/printer/faults/paper-out", "{\"on\":true}").status())
                .isEqualTo(204);
        assertThat(printer.faults()).containsExactly(Fault.PAPER_OUT);
        assertThat(http().get("/sim/printer/state").body()).contains("\"faults\":[\"paper-out\"]");
        http().put("/sim/printer/faults/paper-out", "{\"on\":false}");
        http().put("/sim/printer/plug", "{\"in\":false}");
        assertThat(printer.isPlugged()).isFalse();
        http().put("/sim/printer/plug", "{\"in\":true}");
        var request = TestKiosk.fresh();
        http().put("/errands/" + request, WISH);
        kiosk.awaitStage(request, Stage.Handed.class);
        assertThat(http().get("/sim/printer/state").body())
                .contains("\"papers\":[{\"paper\":1,\"torn\":false}]");
        assertThat(http().get("/sim/printer/papers/1.png").headers())
                .containsEntry("Content-Type", "image/png");
        assertThat(http().get("/sim/printer").body()).contains("/screens/printer-sim.js");
    }

    private RawHttp http() {
        return new RawHttp(kiosk.port());
    }

    private static String services(int count) {
        return "{\"services\":["
                + "\"ID-CARD\",".repeat(count - 1)
                + "\"ID-CARD\"],\"language\":\"kk\"}";
    }

    /// What a page hears that connects now, once it says this.
    private String hears(String words) {
        try (var live = new LiveReader(kiosk.port())) {
            return live.await(words);
        }
    }
}
