package kz.adalkezek.kiosk.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import kz.adalkezek.kiosk.Await;
import kz.adalkezek.kiosk.link.BranchLink;
import kz.adalkezek.queue.TicketNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScanDeskTest {

    private static final String TOKEN = "abcdefghijklmnopqrst-_";
    private static final String TICKET = "https://queue.example.gov/t/" + TOKEN;

    private HttpServer branch;
    private BranchLink link;
    private ScanDesk desk;
    private volatile int status = 200;
    private volatile String answer =
            "{\"number\":\"K047\",\"state\":\"waiting\",\"ahead\":3,\"leg\":1}";

    @BeforeEach
    void open() throws IOException {
        branch = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        branch.createContext(
                "/api/v1/visits/abcdefghijklmnopqrst-_",
                exchange -> {
                    try (exchange) {
                        byte[] bytes = answer.getBytes(UTF_8);
                        var type = status == 200 ? "application/json" : "application/problem+json";
                        exchange.getResponseHeaders().set("Content-Type", type);
                        exchange.sendResponseHeaders(status, bytes.length);
                        exchange.getResponseBody().write(bytes);
                    }
                });
        branch.start();
        link =
                new BranchLink(
                        URI.create("http://127.0.0.1:" + branch.getAddress().getPort()), "secret");
        desk = new ScanDesk(link, Duration.ofMinutes(10));
        desk.start(() -> {});
    }

    @AfterEach
    void end() {
        desk.close();
        link.close();
        branch.stop(0);
    }

    @Test
    void showsThePlaceOfATicket() {
        assertThat(scanned(TICKET))
                .isEqualTo(
                        new Scan.What.Place(
                                TOKEN,
                                TicketNumber.parse("K047"),
                                "waiting",
                                Optional.of(3L),
                                Optional.empty()));
    }

    @Test
    void showsWhereItWasCalled() {
        answer = "{\"number\":\"K047\",\"state\":\"called\",\"counter\":7}";
        assertThat(scanned(TICKET))
                .isEqualTo(
                        new Scan.What.Place(
                                TOKEN,
                                TicketNumber.parse("K047"),
                                "called",
                                Optional.empty(),
                                Optional.of(7)));
    }

    @Test
    void saysCalmlyWhatIsNoTicketHere() {
        status = 404;
        answer = "{\"code\":\"token-unknown\",\"detail\":\"?\",\"status\":404}";
        assertThat(scanned(TICKET)).isEqualTo(new Scan.What.Strange());
    }

    @Test
    void claimsNothingWithoutTheBranch() {
        branch.stop(0);
        assertThat(scanned(TICKET)).isEqualTo(new Scan.What.Away());
    }

    @Test
    void asksNobodyAboutOtherCodes() {
        assertThat(scanned("7K2MQ-X4R9T")).isEqualTo(new Scan.What.Booked("7K2MQX4R9T"));
        desk.seen();
        assertThat(scanned("4601234567890")).isEqualTo(new Scan.What.NoCode());
    }

    @Test
    void countsSoThatTheSameCodeTwiceIsTwoScans() {
        scanned("7K2MQ-X4R9T");
        long first = desk.last().orElseThrow().id();
        desk.scanned("7K2MQ-X4R9T");
        Await.until("a second scan", desk::last, () -> idNow() == first + 1);
    }

    @Test
    void forgetsWhatNobodyLooksAt() {
        desk.close();
        desk = new ScanDesk(link, Duration.ofMillis(20));
        var shown = new AtomicInteger();
        desk.start(shown::incrementAndGet);
        desk.scanned("7K2MQ-X4R9T");
        Await.until("a scan, and an empty screen", shown::get, () -> shown.get() == 2);
        assertThat(desk.last()).isEmpty();
    }

    private long idNow() {
        return desk.last().map(Scan::id).orElse(-1L);
    }

    private Scan.What scanned(String code) {
        desk.scanned(code);
        Await.until("a scan", desk::last, () -> desk.last().isPresent());
        return desk.last().orElseThrow().what();
    }
}
