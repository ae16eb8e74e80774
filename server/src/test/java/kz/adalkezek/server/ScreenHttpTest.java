package kz.adalkezek.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import kz.adalkezek.queue.EventCodec;
import kz.adalkezek.server.board.FeedRoutes;
import kz.adalkezek.server.branch.Feed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Boards and the feed over HTTP.
final class ScreenHttpTest {

    private static final int PATIENCE_MS = 20_000;

    private OpenBranch branch;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        branch = OpenBranch.in(folder);
    }

    @AfterEach
    void close() {
        branch.close();
    }

    private record Told(long id, String event, String data) {}

    /// A screen that reads the feed as a browser does.
    private final class Screen implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader reader;
        private final String status;

        Screen(String query, String header) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), branch.http.port());
            socket.setSoTimeout(PATIENCE_MS);
            var head = "GET /api/v1/feed" + query + " HTTP/1.1\r\nHost: x\r\n" + header + "\r\n";
            socket.getOutputStream().write(head.getBytes(UTF_8));
            reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            status = line();
        }

        String status() {
            return status;
        }

        /// Reads the head of the answer and the heartbeat that begins every stream.
        Screen seated() throws IOException {
            var line = line();
            while (!line.startsWith(": heartbeat")) {
                line = line();
            }
            return this;
        }

        /// The next event, whatever stands between.
        Told next() throws IOException {
            var line = line();
            while (!line.startsWith("id: ")) {
                line = line();
            }
            long id = Long.parseLong(line.substring("id: ".length()));
            return new Told(id, after("event: "), after("data: "));
        }

        private String after(String prefix) throws IOException {
            var line = line();
            assertThat(line).startsWith(prefix);
            return line.substring(prefix.length());
        }

        private String line() throws IOException {
            var line = reader.readLine();
            if (line == null) {
                throw new IOException("the stream has ended");
            }
            return line;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void hearsWhatHappensFromNowOn() throws Exception {
        try (var screen = new Screen("", "").seated()) {
            long index = branch.waits("ID-CARD").json().path("index").asLong();

            var issued = screen.next();
            assertThat(issued.id()).isEqualTo(index);
            assertThat(issued.event()).isEqualTo("ticket.issued");
            assertThat(EventCodec.decode(issued.data().getBytes(UTF_8)).index()).isEqualTo(index);
            assertThat(screen.next().event()).isEqualTo("ticket.handed");
        }
    }

    @Test
    void comesBackBehindTheLastEventItSawAndMissesNothing() throws Exception {
        branch.waits("ID-CARD");
        long seen = branch.size() - 1;
        branch.waits("ID-CARD");

        try (var screen = new Screen("", "Last-Event-ID: " + seen + "\r\n").seated()) {
            branch.waits("ID-CARD");

            for (long id = seen + 1; id <= seen + 4; id++) {
                assertThat(screen.next().id()).isEqualTo(id);
            }
        }
    }

    @Test
    void hearsTheWholeLogFromItsBeginning() throws Exception {
        try (var screen = new Screen("?from=0", "").seated()) {
            var first = screen.next();
            assertThat(first.id()).isZero();
            assertThat(first.event()).isEqualTo("log.opened");
            for (long id = 1; id < branch.size(); id++) {
                assertThat(screen.next().id()).isEqualTo(id);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "999999999, resume-wrong",
        "-1, resume-wrong",
        "nine, member-wrong",
        "99999999999999999999, member-wrong",
    })
    void cannotResumeWhereTheLogHasNoPlace(String from, String code) {
        var answer = branch.http.get("/api/v1/feed?from=" + from);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void harmsNobodyWhenItReadsNothing() throws Exception {
        try (var stalled = new Screen("?from=0", "").seated();
                var awake = new Screen("", "").seated()) {
            var operator = branch.operator();
            int events = 2 * Feed.MAILBOX_MAX;
            long from = branch.size();
            for (int i = 0; i < events; i++) {
                branch.desk(3, operator, "{\"action\":\"start\"}");
                assertThat(awake.next().id()).isEqualTo(from + i);
            }
            assertThat(stalled.status()).startsWith("HTTP/1.1 200");
            assertThat(
                            branch.take(
                                            branch.request(),
                                            "{\"services\":[\"ID-CARD\"],\"language\":\"kk\"}")
                                    .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void hasASeatUpToTheLimitAndIsTurnedAwayBeyond() throws Exception {
        var screens = new ArrayList<Screen>();
        try {
            for (int i = 0; i < FeedRoutes.SCREENS_MAX; i++) {
                screens.add(new Screen("", "").seated());
            }
            var answer = branch.http.get("/api/v1/feed");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("too-many-screens");
        } finally {
            for (var screen : screens) {
                screen.close();
            }
        }
    }

    @Test
    void isHereForTheLawOnceItListensWithItsToken() throws Exception {
        try (var screen = new Screen("", "Authorization: " + branch.board + "\r\n").seated()) {
            var stated = screen.next();
            assertThat(stated.event()).isEqualTo("device.state");
            assertThat(stated.data()).contains("\"device\":\"b1\"");
        }
    }

    @Test
    void saysWhichCallItHasShown() throws Exception {
        var call = call();

        var answer = shows("b1", branch.board, "{\"shown\":" + call + ",\"spoken\":true}");

        assertThat(answer).isEqualTo("200 ");
        var last = branch.branch().line().size() - 1;
        try (var screen = new Screen("?from=" + last, "").seated()) {
            assertThat(screen.next().event()).isEqualTo("call.shown");
        }
    }

    @Test
    void speaksForItselfAloneAndOnlyOfCallsThatWereMade() throws Exception {
        var call = call();
        var shown = "{\"shown\":" + call + ",\"spoken\":false}";

        assertThat(shows("b2", branch.board, shown)).isEqualTo("403 other-board");
        assertThat(shows("b1", branch.kiosk, shown)).isEqualTo("403 forbidden");
        assertThat(shows("b1", branch.operator(), shown)).isEqualTo("403 forbidden");
        assertThat(shows("b1", branch.board, "{\"shown\":1,\"spoken\":true}"))
                .isEqualTo("409 call-unknown");
        assertThat(shows("b1", branch.board, "{\"shown\":" + call + "}"))
                .isEqualTo("400 member-missing");
        assertThat(shows("b1", branch.board, "{\"shown\":\"x\",\"spoken\":true}"))
                .isEqualTo("400 member-wrong");
    }

    private String shows(String board, String token, String body) {
        var answer = branch.put("/api/v1/boards/" + board + "/" + branch.request(), token, body);
        return answer.status() + " " + answer.code();
    }

    private long call() throws Exception {
        var operator = branch.operator();
        branch.waits("ID-CARD");
        branch.acts(3, operator, "open");
        return branch.acts(3, operator, "call-next").json().path("index").asLong();
    }
}
