package kz.adalkezek.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import kz.adalkezek.server.web.LocalServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A slot is booked by the manager and used at a kiosk or at a desk, over HTTP.
final class BookingHttpTest {

    private static final String HALF_PAST_NINE = "2026-11-23T09:30+05:00";

    private final Path folder;
    private OpenBranch branch;
    private String manager;

    BookingHttpTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void open() throws Exception {
        branch = OpenBranch.in(folder);
        manager = branch.manager();
    }

    @AfterEach
    void close() {
        branch.close();
    }

    private Answer books(String request, String service, String slot) {
        return branch.put("/api/v1/branch/" + request, manager, booking(service, slot));
    }

    private static String booking(String service, String slot) {
        return "{\"action\":\"book\",\"service\":\"" + service + "\",\"slot\":\"" + slot + "\"}";
    }

    private String code(String slot) {
        var answer = books(branch.request(), "ID-CARD", slot);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("code").asText();
    }

    private Answer checksIn(String code, String more) {
        var body = "{\"language\":\"kk\",\"booking\":\"" + code + "\"" + more + "}";
        return branch.take(branch.request(), body);
    }

    @Test
    void answersACodeOnceAndTheSameWhenAskedAgain() throws Exception {
        var request = branch.request();
        var first = books(request, "ID-CARD", HALF_PAST_NINE);
        var code = first.json().path("code").asText();
        assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}");
        assertThat(first.json().path("slot").asText()).isEqualTo(HALF_PAST_NINE);
        assertThat(books(request, "ID-CARD", HALF_PAST_NINE).text()).isEqualTo(first.text());
        assertThat(books(request, "ID-CARD", "2026-11-23T10:00+05:00").code())
                .isEqualTo("request-reused");
        var log = branch.http.get("/log/tile/entries/000.p/" + branch.size()).text();
        assertThat(log).contains("booking.made").doesNotContain(code).doesNotContain("ID-CARD\"}");
        assertThat(Files.readString(branch.config.data().resolve("private/2026-11-23")))
                .contains(code.replace("-", ""));
    }

    @Test
    void checksInWithTheCodeAloneHoweverItIsTyped() {
        var code = code(HALF_PAST_NINE);
        branch.passes(Duration.ofMinutes(25));
        var typed =
                " " + code.toLowerCase(java.util.Locale.ROOT).replace("-", " ").replace('0', 'o');
        var ticket = checksIn(typed, "");
        assertThat(ticket.status()).as(ticket.text()).isEqualTo(201);
        assertThat(ticket.json().path("number").asText()).isEqualTo("A001");
        assertThat(ticket.json().path("slot").asText()).isEqualTo(HALF_PAST_NINE);
        assertThat(ticket.json().path("inTime").asBoolean()).isTrue();
        assertThat(ticket.json().path("services").toString()).isEqualTo("[\"ID-CARD\"]");
        var token = ticket.json().path("token").asText();
        assertThat(branch.http.get("/api/v1/visits/" + token).json().path("slot").asText())
                .isEqualTo(HALF_PAST_NINE);
    }

    @Test
    void givesTheSameTicketForTheSameRequest() {
        var request = branch.request();
        var body = "{\"language\":\"kk\",\"booking\":\"" + code(HALF_PAST_NINE) + "\"}";
        var first = branch.take(request, body);
        assertThat(first.status()).isEqualTo(201);
        var again = branch.take(request, body);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("number")).isEqualTo(first.json().path("number"));
        assertThat(again.json().path("slot")).isEqualTo(first.json().path("slot"));
    }

    @Test
    void letsMoreServicesFollowTheOneThatWasBooked() {
        assertThat(
                        checksIn(code(HALF_PAST_NINE), ",\"services\":[\"REG-PERM\",\"ID-CARD\"]")
                                .code())
                .isEqualTo("booking-other-service");
        assertThat(
                        checksIn(code(HALF_PAST_NINE), ",\"services\":[\"ID-CARD\",\"REG-PERM\"]")
                                .status())
                .isEqualTo(201);
    }

    @Test
    void refusesACodeThatIsWrongUsedOrOfAnotherDay() {
        var code = code(HALF_PAST_NINE);
        assertThat(checksIn(code, "").status()).isEqualTo(201);
        assertThat(checksIn(code, "").code()).isEqualTo("booking-used");
        assertThat(checksIn(code("2026-11-24T09:30+05:00"), "").code())
                .isEqualTo("booking-of-another-day");
        for (var wrong : new String[] {"00000-00000", "7K2MQ", "", "ÄÖÜ"}) {
            var answer = checksIn(wrong, "");
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("unknown-booking");
        }
    }

    @Test
    void slowsDownWhoeverTriesCodesOut() {
        var code = code(HALF_PAST_NINE);
        for (int i = 0; i < 20; i++) {
            assertThat(checksIn("00000-00000", "").status()).isEqualTo(422);
        }
        var answer = checksIn(code, "");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("too-many-attempts");
        branch.passes(Duration.ofSeconds(2));
        assertThat(checksIn(code, "").status()).isEqualTo(201);
    }

    @Test
    void refusesASlotThatIsNoMinuteToCome() {
        assertThat(books(branch.request(), "ID-CARD", "2026-11-23T08:59+05:00").code())
                .isEqualTo("slot-in-the-past");
        for (var slot : new String[] {"2026-11-23T09:30:01+05:00", "2027-06-01T09:00+05:00", "9"}) {
            assertThat(books(branch.request(), "ID-CARD", slot).code()).isEqualTo("member-wrong");
        }
        assertThat(books(branch.request(), "MARS", HALF_PAST_NINE).code())
                .isEqualTo("unknown-service");
    }

    @Test
    void isBookedByTheManagerAlone() throws Exception {
        var body = booking("ID-CARD", HALF_PAST_NINE);
        var path = "/api/v1/branch/" + branch.request();
        assertThat(branch.put(path, branch.operator(), body).status()).isEqualTo(403);
        assertThat(branch.put(path, branch.kiosk, body).status()).isEqualTo(403);
    }

    @Test
    void tellsWhoIsOvertakenOfABookingForHalfPastNine() throws Exception {
        var code = code(HALF_PAST_NINE);
        branch.passes(Duration.ofMinutes(20));
        var walkIn = branch.waits("ID-CARD");
        branch.passes(Duration.ofMinutes(5));
        var request = branch.request();
        branch.take(request, "{\"language\":\"kk\",\"booking\":\"" + code + "\"}");
        branch.hand(request, "{\"how\":\"printed\"}");
        var operator = branch.operator();
        branch.acts(3, operator, "open");
        assertThat(branch.acts(3, operator, "call-next").json().path("number").asText())
                .isEqualTo("A002");
        var token = walkIn.json().path("token").asText();
        var why = branch.http.get("/api/v1/visits/" + token + "/why").json().path("overtakes");
        assertThat(why.path(0).path("reason").asText()).isEqualTo("booking");
        assertThat(why.path(0).path("slot").asText()).isEqualTo(HALF_PAST_NINE);
    }
}
