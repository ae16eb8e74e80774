package kz.adalkezek.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import kz.adalkezek.audit.Verify;
import kz.adalkezek.log.DeviceKey;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.KioskEntry;
import kz.adalkezek.queue.Part;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.TicketNumber;
import kz.adalkezek.server.branch.Opening;
import kz.adalkezek.server.staff.Identity.Device;
import kz.adalkezek.server.staff.Identity.Kind;
import kz.adalkezek.server.web.LocalServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A kiosk becomes one of the branch by a code, tells how it is, and cannot be copied unseen.
final class KioskHttpTest {

    private static final String NONCE = "AAECAwQFBgcICQoLDA0ODw";

    private final KeyPair pair = pair();
    private final DeviceKey key = key(pair);
    private final Path folder;
    private OpenBranch branch;
    private String kiosk = "";

    KioskHttpTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void open() throws Exception {
        branch = OpenBranch.in(folder);
    }

    @AfterEach
    void theLogIsSound() {
        branch.close();
        var out = new ByteArrayOutputStream();
        var stream = new PrintStream(out, true, UTF_8);
        var log = branch.config.data().resolve("log").toString();
        assertThat(Verify.run(new String[] {log}, stream, stream))
                .as(out.toString(UTF_8))
                .isEqualTo(Verify.SOUND);
    }

    @Test
    void aCodeMakesAKioskOneOfTheBranch() throws Exception {
        var made = code("k2");
        assertThat(made.path("code").asText()).matches("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}");
        assertThat(made.path("until").asText()).isEqualTo("2026-11-23T09:15+05:00");
        var typed = made.path("code").asText().replace("-", " ").toLowerCase(Locale.ROOT);
        var paired = pairs(typed, key);
        assertThat(paired.status()).as(paired.text()).isEqualTo(201);
        assertThat(paired.json().path("id").asText()).isEqualTo("k2");
        assertThat(paired.json().path("kind").asText()).isEqualTo("kiosk");
        assertThat(paired.json().path("vkey").asText())
                .isEqualTo(branch.http.get("/log/vkey").text().strip());
        var again = pairs(typed, key);
        assertThat(again.status()).isEqualTo(201);
        // The token of the answer that was lost has ended.
        assertThat(leases(bearer(paired)).status()).isEqualTo(401);
        assertThat(leases(bearer(again)).status()).isEqualTo(200);
        assertThat(pairs(typed, key(pair())).code()).isEqualTo("unknown-pairing-code");
        assertThat(branch.branch().line().hall().devices().get(new DeviceId("k2")).orElseThrow())
                .satisfies(it -> assertThat(it.chain().orElseThrow().key()).isEqualTo(key));
    }

    @Test
    void aCodeEndsAndANewOneTakesItsPlace() throws Exception {
        var first = code("k2").path("code").asText();
        var second = code("k2").path("code").asText();
        assertThat(pairs(first, key).code()).isEqualTo("unknown-pairing-code");
        branch.passes(Duration.ofMinutes(15).plusSeconds(1));
        assertThat(pairs(second, key).code()).isEqualTo("unknown-pairing-code");
        assertThat(pairs(code("k2").path("code").asText(), key).status()).isEqualTo(201);
    }

    @Test
    void nobodyGuessesACode() throws Exception {
        var right = code("k2").path("code").asText();
        for (int i = 0; i < 5; i++) {
            assertThat(pairs("2222-222" + (i + 2), key).status()).isEqualTo(404);
        }
        assertThat(pairs("2222-2229", key).status()).isEqualTo(429);
        assertThat(pairs(right, key).status()).isEqualTo(429);
        branch.passes(Duration.ofMinutes(6));
        assertThat(pairs(right, key).status()).isEqualTo(201);
    }

    @Test
    void onlyAManagerMakesCodesAndOnlyForANewDevice() throws Exception {
        var body =
                "{\"action\":\"pairing-code\",\"device\":\"k1\",\"kind\":\"kiosk\",\"hall\":\"main\"}";
        assertThat(
                        branch.put("/api/v1/branch/" + branch.request(), branch.operator(), body)
                                .status())
                .isEqualTo(403);
        assertThat(branch.put("/api/v1/branch/" + branch.request(), branch.manager(), body).code())
                .isEqualTo("device-known");
    }

    @Test
    void tellsHowItsPartsAre() throws Exception {
        pairs();
        var out = "{\"part\":\"printer\",\"state\":\"out-of-paper\",\"printed\":812}";
        assertThat(states("k2", out).text()).isEqualTo(out);
        long size = branch.branch().line().size();
        assertThat(states("k2", out).status()).isEqualTo(200);
        assertThat(branch.branch().line().size()).isEqualTo(size);
        assertThat(states("k2", "{\"part\":\"help\",\"state\":\"called\"}").status())
                .isEqualTo(200);
        assertThat(states("k1", out).code()).isEqualTo("other-kiosk");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            textBlock =
                    """
                    part    | {'part':'oven','state':'ready'}
                    state   | {'part':'door','state':'jammed'}
                    state   | {'part':'door','state':'ajar'}
                    printed | {'part':'door','state':'open','printed':1}
                    printed | {'part':'printer','state':'ready','printed':-1}
                    printed | {'part':'printer','state':'ready','printed':1000000001}
                    """)
    void saysWhatIsWrongWithAState(String member, String body) throws Exception {
        pairs();
        var answer = states("k2", body.replace('\'', '"'));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains(member);
    }

    @Test
    void tellsAtMostSixtyStatesAMinute() throws Exception {
        pairs();
        for (int i = 0; i < 60; i++) {
            var body = "{\"part\":\"printer\",\"state\":\"ready\",\"printed\":" + i + "}";
            assertThat(states("k2", body).status()).isEqualTo(200);
        }
        var more = "{\"part\":\"printer\",\"state\":\"jammed\"}";
        assertThat(states("k2", more).status()).isEqualTo(429);
        branch.passes(Duration.ofMinutes(1));
        assertThat(states("k2", more).status()).isEqualTo(200);
    }

    @Test
    void aRevokedDeviceIsNotLetInByItsCode() throws Exception {
        var code = code("k2").path("code").asText();
        assertThat(pairs(code, key).status()).isEqualTo(201);
        var revoke = "{\"action\":\"revoke-device\",\"device\":\"k2\"}";
        var path = "/api/v1/branch/" + branch.request();
        assertThat(branch.put(path, branch.manager(), revoke).status()).isEqualTo(200);
        assertThat(pairs(code, key).code()).isEqualTo("device-unknown");
    }

    @Test
    void isHereWhileItsHeartBeats() throws Exception {
        pairs();
        var beat = beats(branch.clock.instant(), 0, KioskEntry.first(key), pair);
        assertThat(beat.status()).as(beat.text()).isEqualTo(200);
        assertThat(beat.json().path("now").asText()).isEqualTo("2026-11-23T09:00+05:00");
        assertThat(
                        branch.branch()
                                .line()
                                .hall()
                                .devices()
                                .get(new DeviceId("k2"))
                                .orElseThrow()
                                .here())
                .isTrue();
    }

    @Test
    void whoeverHasTheTokenAloneIsNotTheKiosk() throws Exception {
        pairs();
        var other = beats(branch.clock.instant(), 0, KioskEntry.first(key), pair());
        assertThat(other.code()).isEqualTo("signature-wrong");
    }

    @Test
    void aCopyIsSeenAndStandsInTheLog() throws Exception {
        pairs();
        var first = entry(1, KioskEntry.first(key), branch.request(), 1);
        var second = entry(2, first.head(), branch.request(), 2);
        assertThat(beats(branch.clock.instant(), 2, second.head(), pair).status()).isEqualTo(200);
        // It has less than the kiosk had, or another second entry.
        assertThat(beats(branch.clock.instant(), 1, first.head(), pair).code())
                .isEqualTo("chain-forked");
        assertThat(beats(branch.clock.instant(), 2, first.head(), pair).code())
                .isEqualTo("chain-forked");
        var known = branch.branch().line().hall().devices().get(new DeviceId("k2")).orElseThrow();
        assertThat(known.parts().get(Part.JOURNAL).orElseThrow().condition())
                .isEqualTo(Part.Condition.FAULT);
        leases(kiosk);
        var false2 =
                entry(2, first.head(), branch.request(), 2, branch.clock.instant().minusSeconds(1));
        var answers = handsOver(List.of(first, false2));
        assertThat(answers.path(0).path("number").asText()).isEqualTo("A001");
        assertThat(answers.path(1).path("problem").path("code").asText())
                .isEqualTo("journal-forked");
        assertThat(handsOver(List.of(second)).path(0).path("number").asText()).isEqualTo("A002");
    }

    @Test
    void nobodyIsPutIntoThePastAfterAHeartbeat() throws Exception {
        pairs();
        leases(kiosk);
        branch.passes(Duration.ofMinutes(10));
        var heard = branch.clock.instant();
        beats(heard, 0, KioskEntry.first(key), pair);
        branch.passes(Duration.ofMinutes(10));
        var early = entry(1, KioskEntry.first(key), branch.request(), 1, heard.minusSeconds(121));
        assertThat(handsOver(List.of(early)).path(0).path("problem").path("code").asText())
                .isEqualTo("journal-forked");
        var inTime = entry(1, KioskEntry.first(key), branch.request(), 1, heard.minusSeconds(120));
        assertThat(handsOver(List.of(inTime)).path(0).path("number").asText()).isEqualTo("A001");
    }

    @Test
    void rememberWhatWasConfirmedAfterARestart() throws Exception {
        pairs();
        var first = entry(1, KioskEntry.first(key), branch.request(), 1);
        beats(branch.clock.instant(), 1, first.head(), pair);
        branch.close();
        open();
        kiosk = "Bearer " + branch.server.devices().pair(new Device("k2", Kind.KIOSK)).value();
        assertThat(beats(branch.clock.instant(), 0, KioskEntry.first(key), pair).code())
                .isEqualTo("chain-forked");
        assertThat(beats(branch.clock.instant(), 1, first.head(), pair).status()).isEqualTo(200);
    }

    private JsonNode code(String device) throws Exception {
        var body =
                "{\"action\":\"pairing-code\",\"device\":\""
                        + device
                        + "\",\"kind\":\"kiosk\",\"hall\":\"main\"}";
        var answer = branch.put("/api/v1/branch/" + branch.request(), branch.manager(), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private void pairs() throws Exception {
        kiosk = bearer(pairs(code("k2").path("code").asText(), key));
    }

    private Answer pairs(String code, DeviceKey with) {
        return branch.http.post(
                "/api/v1/pairings",
                "{\"code\":\"" + code + "\",\"key\":\"" + with.text() + "\"}",
                "Accept-Language",
                "en");
    }

    private static String bearer(Answer paired) {
        return "Bearer " + paired.json().path("token").asText();
    }

    private Answer leases(String token) {
        return branch.put(
                "/api/v1/leases/" + branch.request(), token, "{\"letter\":\"A\",\"count\":20}");
    }

    private Answer states(String of, String body) {
        return branch.put("/api/v1/kiosks/" + of + "/" + branch.request(), kiosk, body);
    }

    private Answer beats(Instant now, long entries, String head, KeyPair by) {
        var message =
                "adal-kezek.kz/kiosk-heartbeat\nk2\n%d\n%d\n%s\n"
                        .formatted(now.toEpochMilli(), entries, head);
        var body =
                "{\"now\":\"%s\",\"entries\":%d,\"head\":\"%s\",\"signature\":\"%s\"}"
                        .formatted(now, entries, head, sign(by, message.getBytes(UTF_8)));
        return branch.http.post(
                "/api/v1/kiosks/heartbeat", body, "Authorization", kiosk, "Accept-Language", "en");
    }

    private KioskEntry entry(long entry, String previous, String request, int ordinal) {
        return entry(entry, previous, request, ordinal, branch.clock.instant());
    }

    private static KioskEntry entry(
            long entry, String previous, String request, int ordinal, Instant touched) {
        var opening = new Opening(NONCE, List.of("ID-CARD"), "kk", "", 1);
        return new KioskEntry(
                new DeviceId("k2"),
                entry,
                previous,
                RequestId.parse(request),
                new TicketNumber('A', ordinal),
                LocalDate.of(2026, 11, 23),
                touched,
                "demo-1",
                opening.commitment());
    }

    private JsonNode handsOver(List<KioskEntry> entries) {
        var tickets =
                entries.stream()
                        .map(entry ->
                                "{\"request\":\"%s\",\"number\":\"%s\",\"day\":\"%s\",\"services\":[\"ID-CARD\"],\"language\":\"kk\",\"touched\":\"%s\",\"policy\":\"demo-1\",\"nonce\":\"%s\",\"how\":\"printed\",\"entry\":%d,\"previous\":\"%s\",\"signature\":\"%s\"}"
                                        .formatted(
                                                entry.request(),
                                                entry.number(),
                                                entry.day(),
                                                entry.touched(),
                                                NONCE,
                                                entry.entry(),
                                                entry.previous(),
                                                sign(pair, entry.statement())))
                        .toList();
        var answer =
                branch.http.post(
                        "/api/v1/offline",
                        "{\"pending\":0,\"tickets\":[" + String.join(",", tickets) + "]}",
                        "Authorization",
                        kiosk,
                        "Accept-Language",
                        "en");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("tickets");
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static DeviceKey key(KeyPair pair) {
        byte[] spki = pair.getPublic().getEncoded();
        return DeviceKey.of(Arrays.copyOfRange(spki, spki.length - 32, spki.length));
    }

    private static String sign(KeyPair by, byte[] message) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(by.getPrivate());
            signer.update(message);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
