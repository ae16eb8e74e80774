package kz.adalkezek.kiosk.pad;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import kz.adalkezek.kiosk.Await;
import kz.adalkezek.kiosk.link.BranchLink;
import kz.adalkezek.kiosk.serial.Link;
import kz.adalkezek.kiosk.serial.LinkException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PadTest {

    private static final Sheet SHEET = new Sheet(3, "op-", List.of("accepted", "answered"));

    private final Wire wire = new Wire();
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private volatile int deskStatus = 200;
    private volatile String desk = "{\"state\":\"ready\",\"number\":null}";
    private HttpServer branch;
    private BranchLink link;
    private Pad pad;

    @BeforeEach
    void open() throws IOException {
        branch = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        branch.createContext("/api/v1/sessions", this::signIn);
        branch.createContext("/api/v1/desks/3/", this::act);
        branch.start();
        link =
                new BranchLink(
                        URI.create("http://127.0.0.1:" + branch.getAddress().getPort()), "kiosk");
        pad = new Pad(wire, link, SHEET);
        pad.start();
    }

    @AfterEach
    void end() {
        pad.close();
        link.close();
        branch.stop(0);
    }

    @Test
    void worksADayAtOneCounter() {
        type("03*4711#");
        awaitSaid("READY");
        desk = "{\"state\":\"called\",\"number\":\"K047\"}";
        type("1#");
        awaitSaid("CALLED K047");
        desk = "{\"state\":\"serving\",\"number\":\"K047\"}";
        type("2#3#");
        awaitSaid("SERVING K047", "SERVING K047");
        desk = "{\"state\":\"ready\",\"number\":null}";
        type("42#5#");
        awaitSaid("READY", "READY");
        desk = "{\"state\":\"closed\",\"number\":null}";
        type("9#1#");
        awaitSaid("CLOSED", "SIGN IN");
        assertThat(heard)
                .containsExactly(
                        "Bearer kiosk {\"operator\":\"op-03\",\"secret\":\"4711\"}",
                        "Bearer s1 {\"action\":\"open\"}",
                        "Bearer s1 {\"action\":\"call-next\"}",
                        "Bearer s1 {\"action\":\"recall\"}",
                        "Bearer s1 {\"action\":\"start\"}",
                        "Bearer s1 {\"action\":\"finish\",\"outcome\":\"answered\"}",
                        "Bearer s1 {\"action\":\"no-show\"}",
                        "Bearer s1 {\"action\":\"close\"}");
    }

    @Test
    void showsTheCodeOfARefusal() {
        type("03*4711#");
        awaitSaid("READY");
        deskStatus = 409;
        desk = "{\"code\":\"recall-too-soon\",\"detail\":\"?\"}";
        type("2#");
        awaitSaid("recall-too-soon");
    }

    @Test
    void asksToSignInAgainWhenTheSessionHasEnded() {
        type("03*4711#");
        awaitSaid("READY");
        deskStatus = 401;
        desk = "{\"code\":\"not-signed-in\",\"detail\":\"?\"}";
        type("1#");
        awaitSaid("SIGN IN");
        int asked = heard.size();
        type("1#");
        awaitSaid("SIGN IN");
        assertThat(heard).hasSize(asked);
    }

    @Test
    void sendsTheSameRequestOnceMoreWhereItIsNotNow() {
        type("03*4711#");
        awaitSaid("READY");
        deskStatus = 503;
        desk = "{\"code\":\"busy\",\"detail\":\"?\"}";
        type("1#");
        awaitSaid("NO CONNECTION");
        assertThat(heard).filteredOn(it -> it.contains("call-next")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"7#", "'#'", "43#", "40#", "1*2#", "03*471#", "11111111111*4711#", "**#"})
    void doesNothingOfWhatMeansNothing(String typed) {
        type("03*4711#");
        awaitSaid("READY");
        int asked = heard.size();
        type(typed);
        awaitSaid("WHAT?");
        assertThat(heard).hasSize(asked);
    }

    @Test
    void takesKeysUpToTheLongestSignIn() {
        var keys = new PadKeys();
        var longest = "1234567890*12345678901234567890";
        assertThat(longest).hasSize(PadKeys.TYPED_MAX_CHARS);
        assertThat(keys.take((longest + "#").getBytes(US_ASCII))).containsExactly(longest);
        assertThat(keys.take((longest + "1#1#").getBytes(US_ASCII))).containsExactly("", "1");
        assertThat(keys.take("12C3#".getBytes(US_ASCII))).containsExactly("3");
        assertThat(Order.of(longest)).isPresent();
    }

    @Test
    void hasKeysForNineOutcomes() {
        var nine = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i");
        assertThat(new Sheet(1, "", nine).outcomes()).hasSize(9);
        var ten = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
        assertThatThrownBy(() -> new Sheet(1, "", ten))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void type(String keys) {
        wire.typed.add(keys.getBytes(US_ASCII));
    }

    private void awaitSaid(String... words) {
        for (var word : words) {
            Await.until(word, () -> wire.said, () -> !wire.said.isEmpty());
            assertThat(wire.said.remove()).isEqualTo(word + "\r\n");
        }
    }

    private void signIn(HttpExchange exchange) throws IOException {
        answer(exchange, 200, "{\"token\":\"s1\"}");
    }

    private void act(HttpExchange exchange) throws IOException {
        answer(exchange, deskStatus, desk);
    }

    private void answer(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            heard.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
            byte[] bytes = text.getBytes(UTF_8);
            var type = status == 200 ? "application/json" : "application/problem+json";
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /// A line with a person at its other end.
    private static final class Wire implements Link {

        private final BlockingQueue<byte[]> typed = new LinkedBlockingQueue<>();
        private final Queue<String> said = new ConcurrentLinkedQueue<>();

        @Override
        public String name() {
            return "pad";
        }

        @Override
        public void write(byte[] bytes) throws LinkException {
            said.add(new String(bytes, US_ASCII));
        }

        @Override
        public byte[] read(Duration patience) {
            var keys = typed.poll();
            return keys == null ? new byte[0] : keys;
        }

        @Override
        public void close() {
            typed.clear();
        }
    }
}
