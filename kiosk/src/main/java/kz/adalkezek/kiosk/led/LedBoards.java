package kz.adalkezek.kiosk.led;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import kz.adalkezek.kiosk.serial.Link;
import kz.adalkezek.kiosk.serial.LinkException;
import kz.adalkezek.queue.TicketNumber;

/// The boards on one line, with the thread that alone writes to it. Whoever tells what to show
/// never waits: a line that blocks or is gone holds up this thread and nobody else, and whatever
/// was to be shown meanwhile is left out for the newest. Safe for several threads.
public final class LedBoards implements AutoCloseable {

    /// A board that was without power shows the truth again after this.
    public static final Duration AGAIN = Duration.ofSeconds(30);

    private static final System.Logger LOG = System.getLogger("kezek.led");
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(500);
    private static final Duration LAST_BACK_OFF = Duration.ofSeconds(8);
    private static final Duration LAST_WORD = Duration.ofSeconds(2);

    private final Link link;
    private final Protocol protocol;
    private final Map<Integer, Address> boards;
    private final Duration again;
    private final Thread thread = Thread.ofVirtual().name("led boards").unstarted(this::run);

    /// Guarded by this, as all below; by counter, without those that are blank.
    private Map<Integer, TicketNumber> wanted = Map.of();

    private boolean isNew = true;
    private boolean open = true;
    private boolean started;
    private Optional<Boolean> reachable = Optional.empty();
    private Runnable onChange = () -> {};

    /// @param boards by counter
    /// @param again how often everything is sent though nothing has changed
    public LedBoards(Link link, Protocol protocol, Map<Integer, Address> boards, Duration again) {
        this.link = link;
        this.protocol = protocol;
        this.boards = new TreeMap<>(boards);
        this.again = again;
    }

    /// All boards are blank until somebody says what they show.
    ///
    /// @param onChange told when the line is there or lost, on this room's thread; must not block
    public void start(Runnable onChange) {
        synchronized (this) {
            this.onChange = onChange;
            started = true;
        }
        thread.start();
    }

    /// From now on. A counter that is not named is blank; one without a board is left alone.
    public synchronized void show(Map<Integer, TicketNumber> numbers) {
        var now = Map.copyOf(numbers);
        if (!now.equals(wanted)) {
            wanted = now;
            isNew = true;
            notifyAll();
        }
    }

    /// Whether the line took what was sent last.
    public synchronized boolean isReachable() {
        return reachable.orElse(false);
    }

    /// Blanks the boards, if the line takes it soon, because nobody will correct them.
    @Override
    public void close() {
        boolean begun;
        synchronized (this) {
            open = false;
            begun = started;
            notifyAll();
        }
        try {
            if (begun) {
                thread.join(LAST_WORD);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        link.close();
    }

    private void run() {
        try {
            var sent = new TreeMap<Integer, Optional<TicketNumber>>();
            var backOff = FIRST_BACK_OFF;
            while (true) {
                boolean closing = !isOpen();
                try {
                    send(sent, wantedNow());
                    backOff = FIRST_BACK_OFF;
                    reached(true, "");
                    if (closing) {
                        return;
                    }
                    if (!awaitNews()) {
                        sent.clear();
                    }
                } catch (LinkException e) {
                    // What is on the boards now is not known.
                    sent.clear();
                    reached(false, String.valueOf(e.getMessage()));
                    if (closing) {
                        return;
                    }
                    awaitClosing(backOff);
                    backOff = backOff.multipliedBy(2);
                    backOff = backOff.compareTo(LAST_BACK_OFF) > 0 ? LAST_BACK_OFF : backOff;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// @param sent what each board was told last; without those of which that is not known
    private void send(Map<Integer, Optional<TicketNumber>> sent, Map<Integer, TicketNumber> numbers)
            throws LinkException, InterruptedException {
        for (var board : boards.entrySet()) {
            var number = Optional.ofNullable(numbers.get(board.getKey()));
            if (!number.equals(sent.get(board.getKey()))) {
                link.write(protocol.frame(board.getValue(), number));
                sent.put(board.getKey(), number);
                TimeUnit.NANOSECONDS.sleep(protocol.pause().toNanos());
            }
        }
    }

    private synchronized boolean isOpen() {
        return open;
    }

    private synchronized Map<Integer, TicketNumber> wantedNow() {
        isNew = false;
        return open ? wanted : Map.of();
    }

    /// @return whether there is something to send, and not only time to send it again
    private synchronized boolean awaitNews() throws InterruptedException {
        long deadline = System.nanoTime() + again.toNanos();
        while (open && !isNew) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    private synchronized void awaitClosing(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        long left = patience.toNanos();
        while (open && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = deadline - System.nanoTime();
        }
    }

    private void reached(boolean now, String why) {
        Runnable told;
        synchronized (this) {
            if (reachable.equals(Optional.of(now))) {
                return;
            }
            reachable = Optional.of(now);
            told = onChange;
        }
        LOG.log(
                now ? Level.INFO : Level.WARNING,
                now ? "the LED boards are there: {0}" : "no LED boards at {0}: {1}",
                link.name(),
                why);
        told.run();
    }
}
