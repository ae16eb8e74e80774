package kz.adalkezek.kiosk.led;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import kz.adalkezek.kiosk.Await;
import kz.adalkezek.kiosk.serial.Frame;
import kz.adalkezek.kiosk.serial.Link;
import kz.adalkezek.kiosk.serial.LinkException;
import kz.adalkezek.kiosk.serial.SerialLink;
import kz.adalkezek.kiosk.serial.SerialSettings;
import kz.adalkezek.kiosk.sim.SignSimulator;
import kz.adalkezek.queue.TicketNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Real bytes over a pseudo-terminal, to boards that understand nothing but their protocol.
class LedBoardsTest {

    private static final Duration NEVER = Duration.ofDays(1);
    private static final Map<Integer, Address> THREE =
            Map.of(1, new Address("01"), 2, new Address("02"), 10, new Address("10"));

    private Path dir;
    private SignSimulator signs;
    private LedBoards boards;

    @BeforeEach
    void plug(@TempDir Path dir) throws IOException {
        this.dir = dir;
        signs = SignSimulator.start(dir.resolve("led"), SignSimulator.Kind.ALPHA, byAddress());
        boards = new LedBoards(link(Protocol.ALPHA), Protocol.ALPHA, THREE, NEVER);
    }

    @AfterEach
    void end() throws IOException {
        boards.close();
        signs.close();
    }

    @ParameterizedTest
    @EnumSource
    void showsEachCounterItsNumberAndClearsIt(Protocol protocol) throws IOException {
        begin(protocol, NEVER);
        boards.show(numbers(1, "A001", 10, "K047"));
        var digits = protocol == Protocol.STX;
        awaitTexts(digits ? " 001" : "A001", digits ? "    " : "", digits ? " 047" : "K047");

        boards.show(numbers(2, "K048"));
        awaitTexts(digits ? "    " : "", digits ? " 048" : "K048", digits ? "    " : "");
        assertThat(signs.errors()).isEmpty();
    }

    @Test
    void leavesACounterWithoutABoardAlone() throws IOException {
        begin(Protocol.ALPHA, NEVER);
        boards.show(numbers(3, "A001", 2, "K047"));
        awaitTexts("", "K047", "");
        assertThat(signs.errors()).isEmpty();
    }

    @Test
    void showsTheNewestAfterTheCableWasOut() throws IOException {
        begin(Protocol.ALPHA, NEVER);
        boards.show(numbers(1, "A001"));
        awaitTexts("A001", "", "");
        signs.unplug();
        boards.show(numbers(1, "A002"));
        Await.until("a lost line", signs::signs, () -> !boards.isReachable());
        boards.show(numbers(2, "A003"));
        signs.plugIn();
        awaitTexts("", "A003", "");
        Await.until("a line", signs::signs, boards::isReachable);
        assertThat(signs.errors()).isEmpty();
    }

    @Test
    void tellsWhenTheLineIsLostAndFound() throws IOException {
        signs.unplug();
        var told = new AtomicInteger();
        boards.start(told::incrementAndGet);
        Await.until("a lost line", told::get, () -> told.get() == 1 && !boards.isReachable());
        signs.plugIn();
        Await.until("a found line", told::get, () -> told.get() == 2 && boards.isReachable());
    }

    @Test
    void letsNobodyWaitForALineThatTakesNothing() {
        var wire = new BlockedWire();
        boards = new LedBoards(wire, Protocol.ALPHA, THREE, NEVER);
        boards.start(() -> {});
        Await.until("a writer that is blocked", wire::sent, wire::isBlocking);
        boards.show(numbers(1, "A001"));
        boards.show(numbers(1, "A002"));
        wire.free();
        var newest = AlphaFrame.of(new Address("01"), Optional.of(TicketNumber.parse("A002")));
        Await.until("the newest", wire::sent, () -> wire.sent().contains(hex(newest)));
        var older = AlphaFrame.of(new Address("01"), Optional.of(TicketNumber.parse("A001")));
        assertThat(wire.sent()).doesNotContain(hex(older));
    }

    /// A line whose other end takes nothing until it is freed.
    private static final class BlockedWire implements Link {

        private final CountDownLatch blocked = new CountDownLatch(1);
        private final CountDownLatch freed = new CountDownLatch(1);
        private final Queue<String> sent = new ConcurrentLinkedQueue<>();

        boolean isBlocking() {
            return blocked.getCount() == 0;
        }

        void free() {
            freed.countDown();
        }

        List<String> sent() {
            return List.copyOf(sent);
        }

        @Override
        public String name() {
            return "blocked";
        }

        @Override
        public void write(byte[] bytes) throws LinkException {
            blocked.countDown();
            try {
                freed.await();
            } catch (InterruptedException e) {
                throw new LinkException("interrupted", e);
            }
            sent.add(hex(bytes));
        }

        @Override
        public byte[] read(Duration patience) {
            throw new AssertionError("a board never answers");
        }

        @Override
        public void close() {
            free();
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void saysItAllAgainToABoardThatHadNoPower() throws IOException {
        begin(Protocol.ALPHA, Duration.ofMillis(50));
        boards.show(numbers(1, "A001"));
        awaitTexts("A001", "", "");
        long before = signs.signs().getFirst().frames();
        Await.until(
                "the same again",
                signs::signs,
                () -> signs.signs().getFirst().frames() > before + 1);
        assertThat(signs.signs().getFirst().text()).isEqualTo("A001");
    }

    @Test
    void leavesNoNumberBehind() throws IOException {
        begin(Protocol.ALPHA, NEVER);
        boards.show(numbers(1, "A001", 2, "A002"));
        awaitTexts("A001", "A002", "");
        boards.close();
        awaitTexts("", "", "");
    }

    private void begin(Protocol protocol, Duration again) throws IOException {
        boards.close();
        signs.close();
        var kind = SignSimulator.Kind.valueOf(protocol.name());
        signs = SignSimulator.start(dir.resolve("led"), kind, byAddress());
        boards = new LedBoards(link(protocol), protocol, THREE, again);
        boards.start(() -> {});
        Await.until(
                "a frame for each",
                signs::signs,
                () -> signs.signs().stream().allMatch(sign -> sign.frames() > 0));
    }

    private SerialLink link(Protocol protocol) {
        var frame = protocol == Protocol.ALPHA ? Frame.SEVEN_EVEN_ONE : Frame.EIGHT_NONE_ONE;
        return new SerialLink(
                new SerialSettings(dir.resolve("led").toString(), 9_600, frame, false, true));
    }

    private static Map<String, Integer> byAddress() {
        var counters = new TreeMap<String, Integer>();
        THREE.forEach((counter, address) -> counters.put(address.digits(), counter));
        return counters;
    }

    private void awaitTexts(String... texts) {
        Await.until(
                String.join("|", texts),
                signs::signs,
                () ->
                        signs.signs().stream()
                                .map(SignSimulator.Sign::text)
                                .toList()
                                .equals(List.of(texts)));
    }

    private static Map<Integer, TicketNumber> numbers(Object... counterAndNumber) {
        var numbers = new TreeMap<Integer, TicketNumber>();
        for (int i = 0; i < counterAndNumber.length; i += 2) {
            numbers.put(
                    (Integer) counterAndNumber[i],
                    TicketNumber.parse((String) counterAndNumber[i + 1]));
        }
        return numbers;
    }
}
