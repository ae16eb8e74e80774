package kz.adalkezek.server.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.config.RoutesConfig;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import kz.adalkezek.server.HandClock;
import kz.adalkezek.server.records.Database;
import kz.adalkezek.server.staff.Identity.Device;
import kz.adalkezek.server.staff.Identity.Kind;
import kz.adalkezek.server.staff.Identity.Role;
import kz.adalkezek.server.web.LocalServer;
import kz.adalkezek.server.web.LocalServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SessionRoutesTest {

    private static final String PATH = "/api/v1/sessions";
    private static final String AIGERIM = "{\"operator\":\"op-01\",\"secret\":\"көктем-2026\"}";
    private static final String DIRECTOR = "{\"operator\":\"m-01\",\"secret\":\"күз-2026-күз\"}";

    private final HandClock clock = new HandClock(Instant.parse("2026-11-23T04:00:00Z"));
    private Database database;
    private Devices devices;
    private LocalServer server;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        database = Database.file(folder.resolve("accounts"));
        var accounts = new Accounts(database, clock);
        accounts.put("op-01", Role.OPERATOR, "көктем-2026");
        accounts.put("m-01", Role.MANAGER, "күз-2026-күз");
        var random = new SecureRandom();
        var sessions = new Sessions(database, clock, random);
        devices = new Devices(database, random);
        var door = new Door(sessions, devices, URI.create("http://kezek.example:7070"));
        server =
                new LocalServer(routes -> {
                    new SessionRoutes(accounts, sessions, door).register(routes);
                    doors(routes, door);
                });
    }

    private static void doors(RoutesConfig routes, Door door) {
        routes.put("/person", ctx -> ctx.result(door.person(ctx).account()));
        routes.get("/person", ctx -> ctx.result(door.person(ctx).account()));
        routes.put("/manager", ctx -> ctx.result(door.manager(ctx).account()));
        routes.put("/board", ctx -> ctx.result(door.board(ctx).id()));
        routes.put("/taker", ctx -> ctx.result(door.kioskOrPerson(ctx).toString()));
    }

    @AfterEach
    void stop() {
        server.close();
        database.close();
    }

    @Test
    void signInWithATokenAndACookie() {
        var answer = server.post(PATH, AIGERIM);

        assertThat(answer.status()).isEqualTo(200);
        var token = answer.json().path("token").asText();
        assertThat(Token.isToken(token)).isTrue();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Set-Cookie"))
                .isEqualTo("kezek=" + token + "; Path=/; Max-Age=50400; HttpOnly; SameSite=Strict");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "kk| Оператор аты немесе құпиясөз қате. Тексеріп, қайта енгізіңіз.",
                "ru| Неверное имя оператора или пароль. Проверьте и введите снова.",
                "en| The operator's name or the password is wrong. Check and enter them again.",
            })
    void refuseAWrongPasswordInWords(String language, String detail) {
        var answer =
                server.post(
                        PATH,
                        "{\"operator\":\"op-01\",\"secret\":\"қыс-2026\"}",
                        "Accept-Language",
                        language);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("wrong-secret");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"kezek\"");
        assertThat(answer.json().path("detail").asText()).isEqualTo(detail);
    }

    @Test
    void tellHowLongToWaitAfterManyWrongPasswords() {
        var wrong = "{\"operator\":\"op-01\",\"secret\":\"қыс-2026\"}";
        for (int i = 0; i < 5; i++) {
            server.post(PATH, wrong);
        }

        var answer = server.post(PATH, AIGERIM, "Accept-Language", "en");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.json().path("detail").asText())
                .isEqualTo("Too many wrong attempts. Try again in 1 s.");
    }

    @Test
    void endWithTheSignOut() {
        var token = signIn(AIGERIM);

        var answer =
                server.send(
                        server.request(PATH).header("Authorization", "Bearer " + token).DELETE());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie")).startsWith("kezek=; Path=/; Max-Age=0;");
        assertThat(put("/person", "Authorization", "Bearer " + token).status()).isEqualTo(401);
    }

    @Test
    void openTheDoorToTheRightPersonAndDevice() throws Exception {
        var operator = "Bearer " + signIn(AIGERIM);
        var manager = "Bearer " + signIn(DIRECTOR);
        var kiosk = "Bearer " + devices.pair(new Device("k1", Kind.KIOSK)).value();
        var board = "Bearer " + devices.pair(new Device("b1", Kind.BOARD)).value();

        assertThat(put("/person", "Authorization", operator).text()).isEqualTo("op-01");
        assertThat(put("/manager", "Authorization", manager).text()).isEqualTo("m-01");
        assertThat(put("/board", "Authorization", board).text()).isEqualTo("b1");
        assertThat(put("/taker", "Authorization", kiosk).status()).isEqualTo(200);
        assertThat(put("/taker", "Authorization", operator).status()).isEqualTo(200);

        assertThat(put("/manager", "Authorization", operator).code()).isEqualTo("forbidden");
        assertThat(put("/person", "Authorization", kiosk).code()).isEqualTo("forbidden");
        assertThat(put("/board", "Authorization", kiosk).code()).isEqualTo("forbidden");
        assertThat(put("/taker", "Authorization", board).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "Bearer",
        "Bearer short",
        "Basic b3AtMDE6a8O2a3RlbQ==",
        "Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    })
    void stayClosedToATokenThatIsNone(String authorization) {
        var answer = put("/person", "Authorization", authorization);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("not-signed-in");
    }

    @Test
    void stayClosedWithoutAToken() {
        assertThat(put("/person").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, same-origin, 200",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, none, 403",
        "Origin, http://kezek.example:7070, 200",
        "Origin, http://evil.example, 403",
        "Origin, null, 403",
        "X-Other, x, 403",
    })
    void takeAChangeByCookieFromOurOwnPagesOnly(String header, String value, int status) {
        var cookie = "kezek=" + signIn(AIGERIM);

        var answer = put("/person", "Cookie", cookie, header, value);

        assertThat(answer.status()).isEqualTo(status);
        if (status == 403) {
            assertThat(answer.code()).isEqualTo("other-site");
        }
        assertThat(server.get("/person", "Cookie", cookie).status()).isEqualTo(200);
    }

    @Test
    void takeAChangeByCookieFromTheAddressThatWasOpened() {
        var cookie = "kezek=" + signIn(AIGERIM);

        assertThat(put("/person", "Cookie", cookie, "Origin", server.origin()).status())
                .isEqualTo(200);
    }

    @Test
    void useACookieThatNeedsHttpsWhereThereIsHttps() {
        var cookie = new SessionCookie(URI.create("https://kezek.example"));
        var token = new Token("A".repeat(43));
        try (var https =
                new LocalServer(routes -> routes.get("/set", ctx -> cookie.set(ctx, token)))) {
            assertThat(https.get("/set").header("Set-Cookie"))
                    .startsWith("__Host-kezek=AAAA")
                    .endsWith("; Secure");
        }
    }

    private String signIn(String body) {
        return server.post(PATH, body).json().path("token").asText();
    }

    private Answer put(String path, String... headers) {
        var request = server.request(path);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return server.send(request.PUT(BodyPublishers.noBody()));
    }
}
