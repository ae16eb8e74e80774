package kz.adalkezek.kiosk.led;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kz.adalkezek.kiosk.link.BranchFeed;
import kz.adalkezek.kiosk.link.BranchLink;
import kz.adalkezek.kiosk.link.Desks;
import kz.adalkezek.kiosk.link.Reply;
import kz.adalkezek.queue.TicketNumber;

/// Which number is at which counter: whoever was called there, until the service is finished. The
/// feed says when to look; what is true then, the branch says as a whole, also after a restart or a
/// lost connection. One thread of its own.
public final class CounterNumbers implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("kezek.led");
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final Duration CALM = Duration.ofSeconds(60);

    /// Only these can change who is at a counter.
    private static final Set<String> KINDS = Set.of("call", "service", "desk", "ticket", "day");

    private static final Set<String> THERE = Set.of("called", "serving");

    private final BranchLink link;
    private final BranchFeed feed;
    private final Consumer<Map<Integer, TicketNumber>> boards;
    private final BlockingQueue<Boolean> nudges = new ArrayBlockingQueue<>(1);
    private final Thread thread = Thread.ofVirtual().name("counter numbers").unstarted(this::run);
    private String lastFault = "";

    /// @param boards told by counter what stands there; must not block
    public CounterNumbers(
            BranchLink link, BranchFeed feed, Consumer<Map<Integer, TicketNumber>> boards) {
        this.link = link;
        this.feed = feed;
        this.boards = boards;
    }

    public void start() {
        thread.start();
        feed.start(this::heard);
    }

    @Override
    public void close() {
        feed.close();
        thread.interrupt();
    }

    private void heard(BranchFeed.News news) {
        switch (news) {
            case BranchFeed.News.Connected _ -> nudges.offer(true);
            case BranchFeed.News.Entry(_, var type) -> {
                if (KINDS.contains(type.split("\\.", 2)[0])) {
                    nudges.offer(true);
                }
            }
        }
    }

    private void run() {
        try {
            while (true) {
                var patience = look() ? CALM : LOOK_AGAIN;
                nudges.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            // Closed.
            Thread.currentThread().interrupt();
        }
    }

    private boolean look() throws InterruptedException {
        return switch (link.desks()) {
            case Reply.Answer<Desks>(var desks) -> {
                show(desks);
                yield fault("");
            }
            case Reply.Refusal<Desks>(var problem) -> fault(problem.code());
            case Reply.NotNow<Desks>(var why) -> fault(why);
            case Reply.Strange<Desks>(var what) -> fault("answers something else: " + what);
        };
    }

    private void show(Desks desks) {
        var numbers = new HashMap<Integer, TicketNumber>();
        desks.byCounter()
                .forEach((counter, desk) ->
                        desk.number()
                                .filter(_ -> THERE.contains(desk.state()))
                                .ifPresent(number -> numbers.put(counter, number)));
        boards.accept(numbers);
    }

    /// Each kind of fault is logged once; the boards keep what was true last.
    private boolean fault(String why) {
        if (!why.equals(lastFault)) {
            lastFault = why;
            LOG.log(
                    why.isEmpty() ? Level.INFO : Level.WARNING,
                    why.isEmpty() ? "the counters are known" : "the counters: " + why);
        }
        return why.isEmpty();
    }
}
