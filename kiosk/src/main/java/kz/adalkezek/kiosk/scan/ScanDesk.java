package kz.adalkezek.kiosk.scan;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import kz.adalkezek.kiosk.link.BranchLink;
import kz.adalkezek.kiosk.link.Reply;
import kz.adalkezek.kiosk.link.Visit;

/// Finds out what a scanned code says, one at a time. A code that comes while one is being looked
/// up is left out: whoever holds it sees nothing and scans again. One thread of its own.
public final class ScanDesk implements AutoCloseable {

    /// So long what came of a scan stays on a screen that nobody touches.
    public static final Duration SHOWN = Duration.ofSeconds(30);

    /// The longest code that somebody may hand in.
    public static final int CODE_MAX_CHARS = ScanLines.CODE_MAX_CHARS;

    private final BranchLink link;
    private final Duration shown;
    private final BlockingQueue<String> codes = new ArrayBlockingQueue<>(1);
    private final Thread thread = Thread.ofVirtual().name("scans").unstarted(this::run);
    private volatile Optional<Scan> last = Optional.empty();
    private volatile Runnable onChange = () -> {};

    /// Only this room's thread.
    private long scans;

    public ScanDesk(BranchLink link, Duration shown) {
        this.link = link;
        this.shown = shown;
    }

    /// @param onChange told after each change, on any thread; must not block
    public void start(Runnable onChange) {
        this.onChange = onChange;
        thread.start();
    }

    /// A code as it was read. Never blocks.
    public void scanned(String code) {
        codes.offer(code);
    }

    /// What came of the last one, while it is to be shown.
    public Optional<Scan> last() {
        return last;
    }

    /// Whoever scanned has seen it.
    public void seen() {
        show(Optional.empty());
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                var code = codes.poll(shown.toMillis(), TimeUnit.MILLISECONDS);
                if (code == null) {
                    show(Optional.empty());
                } else {
                    show(Optional.of(new Scan(++scans, what(Code.of(code)))));
                    codes.clear();
                }
            }
        } catch (InterruptedException e) {
            // Closed.
            Thread.currentThread().interrupt();
        }
    }

    private Scan.What what(Code code) throws InterruptedException {
        return switch (code) {
            case Code.Booking(var booking) -> new Scan.What.Booked(booking);
            case Code.Unknown _ -> new Scan.What.NoCode();
            case Code.Visit(var token) ->
                    switch (link.visit(token)) {
                        case Reply.Answer<Visit>(var visit) ->
                                new Scan.What.Place(
                                        token,
                                        visit.number(),
                                        visit.state(),
                                        visit.ahead(),
                                        visit.counter());
                        case Reply.Refusal<Visit> _ -> new Scan.What.Strange();
                        case Reply.NotNow<Visit> _, Reply.Strange<Visit> _ -> new Scan.What.Away();
                    };
        };
    }

    private void show(Optional<Scan> now) {
        boolean changed = !now.equals(last);
        last = now;
        if (changed) {
            onChange.run();
        }
    }
}
