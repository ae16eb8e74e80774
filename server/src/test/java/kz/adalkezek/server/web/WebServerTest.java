package kz.adalkezek.server.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.config.RoutesConfig;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WebServerTest {

    private final LocalServer server = new LocalServer(WebServerTest::routes);

    private static void routes(RoutesConfig routes) {
        routes.get("/hello", ctx -> Json.answer(ctx, 200, Map.of("hello", "Айгерім")));
        routes.put("/echo", ctx -> Json.answer(ctx, 200, JsonBody.of(ctx).only("a").members()));
        routes.put("/id/{request}", ctx -> ctx.result(Requests.id(ctx, "request").toString()));
        routes.get(
                "/fault",
                _ -> {
                    throw new IllegalStateException("the secret of the house");
                });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersJsonInUtf8() {
        var answer = server.get("/hello");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.text()).isEqualTo("{\"hello\":\"Айгерім\"}");
    }

    @ParameterizedTest
    @CsvSource({"/hello, 200", "/nowhere, 404", "/fault, 500"})
    void tellsBrowsersTheSameRulesWithEveryAnswer(String path, int status) {
        var answer = server.get(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-inline");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Server")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kk                  | kk | Мұндай бет жоқ. Мекенжайды тексеріңіз.",
                "ru                  | ru | Такой страницы нет. Проверьте адрес.",
                "en-GB, kk;q=0.5     | en | There is no such page. Check the address.",
                "de, ru;q=0.1        | ru | Такой страницы нет. Проверьте адрес.",
                "en;q=0.3, ru;q=0.9  | ru | Такой страницы нет. Проверьте адрес.",
                "de                  | kk | Мұндай бет жоқ. Мекенжайды тексеріңіз.",
                "*                   | kk | Мұндай бет жоқ. Мекенжайды тексеріңіз.",
                "en;q=0, *           | kk | Мұндай бет жоқ. Мекенжайды тексеріңіз.",
                ";;q=x               | kk | Мұндай бет жоқ. Мекенжайды тексеріңіз.",
            })
    void explainsAProblemInTheLanguageThatIsAskedFor(String accept, String tag, String detail) {
        var answer = server.get("/nowhere", "Accept-Language", accept);

        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Content-Language")).isEqualTo(tag);
        assertThat(answer.json().path("detail").asText()).isEqualTo(detail);
    }

    @Test
    void givesEachProblemItsTypeTitleStatusAndCode() {
        var problem = server.get("/nowhere", "Accept-Language", "en").json();

        assertThat(problem.path("type").asText())
                .isEqualTo("tag:adalkezek.kz,2026:problem/not-found");
        assertThat(problem.path("title").asText()).isEqualTo("Not found");
        assertThat(problem.path("status").asInt()).isEqualTo(404);
        assertThat(problem.path("code").asText()).isEqualTo("not-found");
    }

    @Test
    void namesTheMethodsThatAnAddressKnows() {
        var answer = server.put("/hello", "{}");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.code()).isEqualTo("method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo("GET");
    }

    @Test
    void keepsAFaultInside() {
        var answer = server.get("/fault", "Accept-Language", "en");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.code()).isEqualTo("internal-fault");
        assertThat(answer.text()).doesNotContain("secret").doesNotContain("at kz.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1            | body-not-json",
                "[1]                 | body-not-json",
                "``                  | body-not-json",
                "{} {}               | body-not-json",
                "{\"a\":NaN}         | body-not-json",
                "{\"a\":1,\"a\":null}| member-twice",
                "{\"a\":1.5}         | member-wrong",
                "{\"a\":[null]}      | member-wrong",
                "{\"a\":\"\\ud800\"} | member-wrong",
                "{\"a\":9007199254740992}     | member-wrong",
                "{\"a\":99999999999999999999} | member-wrong",
                "{\"a\":1,\"x\":2}   | unknown-member",
            })
    void refusesABodyWithItsOwnCode(String body, String code) {
        var answer = server.put("/echo", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void takesTheLargestWholeNumberAndLeavesNullOut() {
        assertThat(server.put("/echo", "{\"a\":9007199254740991}").text())
                .isEqualTo("{\"a\":9007199254740991}");
        assertThat(server.put("/echo", "{\"a\":null}").text()).isEqualTo("{}");
    }

    @Test
    void composesTheLettersOfATextFromOutside() {
        assertThat(server.put("/echo", "{\"a\":\"и\u0306\"}").text()).isEqualTo("{\"a\":\"й\"}");
    }

    @Test
    void namesTheMembersThatNobodyKnows() {
        var answer = server.put("/echo", "{\"zz\":1,\"b\":2}", "Accept-Language", "en");

        assertThat(answer.json().path("detail").asText())
                .isEqualTo("Unknown member: b, zz. Leave it out.");
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        var broken = new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, '"', '}'};
        var answer =
                server.send(
                        server.request("/echo")
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofByteArray(broken)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("body-not-utf8");
    }

    @ParameterizedTest
    @CsvSource({"16384, 200", "16385, 413"})
    void takesABodyUpToItsLimit(int length, int status) {
        var frame = "{\"a\":\"\"}";
        var body = "{\"a\":\"" + "x".repeat(length - frame.length()) + "\"}";

        assertThat(server.put("/echo", body).status()).isEqualTo(status);
    }

    @Test
    void limitsABodyThatDoesNotTellItsLength() {
        var body = ("{\"a\":\"" + "x".repeat(JsonBody.MAX_BYTES) + "\"}").getBytes(UTF_8);
        var answer =
                server.send(
                        server.request("/echo")
                                .header("Content-Type", "application/json")
                                .PUT(
                                        BodyPublishers.ofInputStream(
                                                () -> new java.io.ByteArrayInputStream(body))));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("body-too-large");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, 200",
        "application/json; charset=utf-8, 200",
        "APPLICATION/JSON, 200",
        "text/plain, 415",
        "application/x-www-form-urlencoded, 415",
    })
    void takesJsonAndNothingElse(String type, int status) {
        var answer =
                server.send(
                        server.request("/echo")
                                .header("Content-Type", type)
                                .PUT(BodyPublishers.ofString("{}")));

        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "0190163d-8694-739b-aea5-966c26f8ad91, 200",
        "0190163D-8694-739b-aea5-966c26f8ad91, 400",
        "190163d-8694-739b-aea5-966c26f8ad91, 400",
        "0190163d8694739baea5966c26f8ad91, 400",
        "zzzzzzzz-8694-739b-aea5-966c26f8ad91, 400",
    })
    void takesARequestIdInItsOneForm(String id, int status) {
        var answer = server.put("/id/" + id, "{}");

        assertThat(answer.status()).isEqualTo(status);
        if (status == 400) {
            assertThat(answer.code()).isEqualTo("request-id-wrong");
        }
    }

    @ParameterizedTest
    @CsvSource({"2048, 404", "2049, 414"})
    void takesAnAddressUpToItsLimit(int length, int status) {
        var answer = server.get("/" + "x".repeat(length - 1), "Accept-Language", "en");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Language")).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource({"8192, 200", "8193, 431"})
    void takesHeaderFieldsUpToTheirLimit(int length, int status) {
        var head = "GET /hello HTTP/1.1\r\nHost: x\r\nAccept-Language: ru\r\nX: ";
        int others = "Hostx".length() + "Accept-Languageru".length() + "X".length();
        var answer = server.raw(head + "x".repeat(length - others) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        if (status == 431) {
            assertThat(answer)
                    .contains("Content-Type: application/problem+json")
                    .contains("\"code\":\"header-too-large\"")
                    .contains("Content-Language: ru");
        }
    }

    @Test
    void answersInWordsEvenWhereItStopsReading() {
        var far = "x".repeat(WebServer.HEAD_MAX_BYTES);

        assertThat(server.raw("GET /hello HTTP/1.1\r\nX: " + far + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("\"code\":\"header-too-large\"");
        assertThat(server.raw("GET /" + far + " HTTP/1.1\r\n\r\n"))
                .startsWith("HTTP/1.1 414")
                .contains("\"code\":\"address-too-long\"");
    }

    @Test
    void refusesWhatIsNoHttpInWords() {
        var answer = server.raw("GET /hello HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"bad-request\"");
    }

    @Test
    void saysWhenABodyBreaksOff() {
        var answer =
                server.raw(
                        "PUT /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                + "Content-Length: 100\r\n\r\n{\"a\":");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"body-cut\"");
    }
}
