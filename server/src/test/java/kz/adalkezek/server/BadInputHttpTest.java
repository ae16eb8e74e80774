package kz.adalkezek.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kz.adalkezek.server.staff.Identity.Role;
import kz.adalkezek.server.web.JsonBody;
import kz.adalkezek.server.web.Language;
import kz.adalkezek.server.web.LocalServer.Answer;
import kz.adalkezek.server.web.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever comes in wrong: a clear answer in the language asked for, nothing changed, and nothing
/// of the inside told.
final class BadInputHttpTest {

    private static final String GOOD = "{\"services\":[\"ID-CARD\"],\"language\":\"kk\"}";

    private final Texts texts = Texts.load();
    private OpenBranch branch;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        branch = OpenBranch.in(folder);
    }

    @AfterEach
    void close() {
        branch.close();
    }

    /// @param values of the sentence's placeholders
    private record Wrong(
            String body, int status, String code, String key, Map<String, String> values) {

        static Wrong problem(String body, int status, String code, Map<String, String> values) {
            return new Wrong(body, status, code, "problem." + code, values);
        }

        static Wrong problem(String body, int status, String code) {
            return problem(body, status, code, Map.of());
        }
    }

    private static List<Wrong> bodies() {
        return List.of(
                Wrong.problem(
                        "{\"services\":[\"TELEPORT\"],\"language\":\"kk\"}",
                        422,
                        "unknown-service",
                        Map.of("service", "TELEPORT")),
                Wrong.problem(
                        "{\"services\":[\"ID-CARD\"],\"language\":\"kk\",\"ground\":\"P-KING\"}",
                        422,
                        "unknown-ground",
                        Map.of("ground", "P-KING")),
                Wrong.problem(
                        "{\"services\":[\"ID-CARD\"],\"language\":\"fr\"}",
                        400,
                        "unknown-language",
                        Map.of("language", "fr")),
                Wrong.problem(
                        "{\"services\":[\"ID-CARD\"],\"language\":\"kk\",\"iin\":\"1\"}",
                        400,
                        "unknown-member",
                        Map.of("member", "iin")),
                Wrong.problem(
                        "{\"services\":[\"ID-CARD\"],\"services\":[],\"language\":\"kk\"}",
                        400,
                        "member-twice",
                        Map.of("member", "services")),
                Wrong.problem(
                        "{\"services\":[\"ID-CARD\"]}",
                        400,
                        "member-missing",
                        Map.of("member", "language")),
                Wrong.problem(
                        "{\"services\":\"ID-CARD\",\"language\":\"kk\"}",
                        400,
                        "member-wrong",
                        Map.of("member", "services")),
                Wrong.problem("{\"services\":", 400, "body-not-json"),
                Wrong.problem(
                        "{\"services\":[\"ID-CARD\"],\"language\":\"kk\","
                                + "\"touched\":\"2036-11-23T09:00:00+05:00\"}",
                        400,
                        "touched-in-future"),
                Wrong.problem(
                        "{\"services\":[\"" + "x".repeat(JsonBody.MAX_BYTES) + "\"]}",
                        413,
                        "body-too-large",
                        Map.of("limit", "16384")));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void inABodyIsExplainedAndChangesNothing(Language language) {
        for (var wrong : bodies()) {
            long size = branch.size();

            var answer = send("/api/v1/tickets/", branch.kiosk, language, wrong.body());

            isExplained(answer, language, wrong.status(), wrong.code());
            assertThat(answer.json().path("detail").asText())
                    .isEqualTo(texts.sentence(language, wrong.key(), wrong.values()));
            assertThat(branch.size()).as(wrong.code()).isEqualTo(size);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void inBytesIsExplainedAndChangesNothing(Language language) {
        var bytes = GOOD.getBytes(UTF_8);
        bytes[3] = (byte) 0xFF;
        long size = branch.size();

        var answer =
                branch.http.send(
                        branch.http
                                .request("/api/v1/tickets/" + branch.request())
                                .headers(
                                        "Content-Type",
                                        "application/json",
                                        "Authorization",
                                        branch.kiosk,
                                        "Accept-Language",
                                        language.tag())
                                .PUT(BodyPublishers.ofByteArray(bytes)));

        isExplained(answer, language, 400, "body-not-utf8");
        assertThat(branch.size()).isEqualTo(size);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void tokensAreExplainedAndChangeNothing(Language language) throws Exception {
        var operator = branch.operator();
        long size = branch.size();

        isExplained(
                send("/api/v1/tickets/", "Bearer " + "A".repeat(43), language, GOOD),
                language,
                401,
                "not-signed-in");
        isExplained(
                send("/api/v1/tickets/", branch.board, language, GOOD), language, 403, "forbidden");
        isExplained(
                send("/api/v1/branch/", operator, language, "{\"action\":\"close-day\"}"),
                language,
                403,
                "forbidden");
        isExplained(
                branch.http.get(
                        "/api/v1/visits/AAAAAAAAAAAAAAAAAAAAAA", "Accept-Language", language.tag()),
                language,
                404,
                "token-unknown");
        assertThat(branch.size()).isEqualTo(size);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void requestIdsAreExplainedAndChangeNothing(Language language) {
        var request = branch.request();
        branch.take(request, GOOD);
        long size = branch.size();

        var reused =
                branch.http.put(
                        "/api/v1/tickets/" + request,
                        "{\"services\":[\"PASSPORT\"],\"language\":\"kk\"}",
                        "Authorization",
                        branch.kiosk,
                        "Accept-Language",
                        language.tag());

        isExplained(reused, language, 409, "request-reused");
        isExplained(
                send("/api/v1/tickets/no-uuid-", branch.kiosk, language, GOOD),
                language,
                400,
                "request-id-wrong");
        assertThat(branch.size()).isEqualTo(size);
    }

    /// What the law refuses to somebody it knows leaves its `refused` in the log and nothing else.
    @ParameterizedTest
    @EnumSource(Language.class)
    void whatTheLawRefusesIsExplainedAndIsAnEvent(Language language) throws Exception {
        var operator = branch.operator();
        long before = branch.size();

        isExplained(
                send("/api/v1/desks/3/", operator, language, "{\"action\":\"call-next\"}"),
                language,
                409,
                "desk-not-open");
        isExplained(
                send("/api/v1/desks/999/", operator, language, "{\"action\":\"open\"}"),
                language,
                409,
                "counter-unknown");
        branch.acts(3, operator, "open");
        var unknown =
                send(
                        "/api/v1/desks/3/",
                        operator,
                        language,
                        "{\"action\":\"leave\",\"number\":\"K999\"}");

        isExplained(unknown, language, 409, "number-unknown");
        assertThat(unknown.json().path("detail").asText())
                .isEqualTo(texts.sentence(language, "refusal.number-unknown", Map.of()));
        assertThat(branch.size()).isEqualTo(before + 4);
        assertThat(branch.branch().line().people().present()).isZero();
    }

    @Test
    void addressesAreRefusedBeforeTheyAreParsed() throws Exception {
        var operator = branch.signIn("op-05", Role.OPERATOR);
        for (var counter : List.of("0", "1000", "three", "-1", "1e2")) {
            var answer =
                    branch.put(
                            "/api/v1/desks/" + counter + "/" + branch.request(),
                            operator,
                            "{\"action\":\"open\"}");

            assertThat(answer.status()).as(counter).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("member-wrong");
        }
    }

    @Test
    void aSecondMinuteIsNoSecondChanceForTheSameRefusal() throws Exception {
        var operator = branch.operator();
        var path = "/api/v1/desks/3/" + branch.request();
        branch.put(path, operator, "{\"action\":\"start\"}");
        long size = branch.size();

        branch.passes(Duration.ofMinutes(1));
        branch.acts(3, operator, "open");
        var again = branch.put(path, operator, "{\"action\":\"start\"}");

        assertThat(again.code()).isEqualTo("desk-not-open");
        assertThat(branch.size()).isGreaterThan(size);
    }

    private Answer send(String path, String token, Language language, String body) {
        return branch.http.put(
                path + branch.request(),
                body,
                "Authorization",
                token,
                "Accept-Language",
                language.tag());
    }

    private static void isExplained(Answer answer, Language language, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Content-Language")).isEqualTo(language.tag());
        assertThat(answer.text()).doesNotContain("Exception").doesNotContain("\tat ");
    }
}
