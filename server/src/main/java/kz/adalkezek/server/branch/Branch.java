package kz.adalkezek.server.branch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.System.Logger.Level;
import java.lang.Thread.UncaughtExceptionHandler;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Decision;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.EventCodec;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.Rules;
import kz.adalkezek.queue.Wishes;
import kz.adalkezek.server.journal.Journal;
import kz.adalkezek.server.journal.Space;

/// The one writer. Any thread may submit; one thread decides, and an event is durable and signed
/// before anyone hears of it: decide, keep openings, append, force, sign, remember, publish.
public final class Branch implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("kezek.branch");
    private static final int ASKED_MAX = 4_096;
    private static final int GROUP_MAX = 256;
    private static final int LOOK_UP_MS = 100;

    /// @param row what was asked together with it; the first no ends the row
    private record Asked(Ask ask, CompletableFuture<Outcome> outcome, AtomicBoolean row) {}

    private record Decided(Asked asked, Outcome outcome) {}

    private final Journal journal;
    private final Openings openings;
    private final InstantSource clock;
    private final ZoneId zone;
    private final ClockGuard clockGuard;
    private final Feed feed = new Feed();
    private final BlockingQueue<Asked> asked = new ArrayBlockingQueue<>(ASKED_MAX);
    private final Thread writer = Thread.ofPlatform().name("writer").unstarted(this::write);
    private volatile boolean open = true;
    private volatile Space space = Space.PLENTY;

    // Replaced, never changed, by the writer thread alone, and only by what is durable and signed.
    private volatile Line line;

    // As the line, but in memory alone: a restart forgets them, and the desks ask again.
    private volatile Wishes wishes = Wishes.NONE;

    /// Folds the log from its newest business day on and reads what the private days add.
    ///
    /// @param nanos a clock that only goes forward, to notice steps of the other
    public Branch(
            Journal journal,
            Openings openings,
            InstantSource clock,
            LongSupplier nanos,
            ZoneId zone) {
        this.journal = journal;
        this.openings = openings;
        this.clock = clock;
        this.zone = zone;
        this.line = Restart.line(journal, openings, today());
        // A wall clock that is behind the log when the program starts counts as a step, too.
        this.clockGuard = new ClockGuard(now(), nanos);
    }

    public void start(UncaughtExceptionHandler onFault) {
        writer.setUncaughtExceptionHandler(onFault);
        writer.start();
    }

    /// The state that is durable and signed.
    public Line line() {
        return line;
    }

    /// The same at this moment: who was parked until now waits again.
    public Line lineNow() {
        return line.asOf(now());
    }

    public Feed feed() {
        return feed;
    }

    /// What the rounds have found; below the reserve no tickets are given.
    public Space space() {
        return space;
    }

    void found(Space now) {
        if (now != space && now != Space.PLENTY) {
            LOG.log(
                    Level.WARNING,
                    now == Space.LOW
                            ? "The disk of the log is nearly full: a tenth or less is free."
                            : "The disk of the log is full: no new tickets until there is space.");
        }
        space = now;
    }

    /// What desks have asked for while a visit is with them.
    public Wishes wishes() {
        return wishes;
    }

    public Openings openings() {
        return openings;
    }

    /// The log's time: the wall clock, unless that has fallen behind the newest entry.
    public Instant now() {
        var wall = wall();
        var at = line.at();
        return wall.isBefore(at) ? at : wall;
    }

    private Instant wall() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// An instant as the clocks of the branch show it.
    public OffsetDateTime local(Instant instant) {
        return OffsetDateTime.ofInstant(instant, zone);
    }

    /// The local date, which is the business day that would be opened now.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /// Waits until the answer is durable and signed, or given without the law.
    ///
    /// @throws IllegalArgumentException if the ask makes no command; found out here, because in the
    ///   writer it would stop the branch
    public Outcome submit(Ask ask) {
        return submit(List.of(ask)).getFirst();
    }

    /// Asks one after the other, with few forces for all of them. Whatever comes after the first no
    /// is not tried: it may have made sense only behind that.
    ///
    /// @return as many outcomes as were tried: all, or up to the first no
    public List<Outcome> submit(List<Ask> inOrder) {
        var row = new ArrayList<Asked>();
        var ended = new AtomicBoolean();
        for (var ask : inOrder) {
            Objects.requireNonNull(ask.command().apply(ask.asker().someActor()));
            var one = new Asked(ask, new CompletableFuture<>(), ended);
            row.add(one);
            if (!open || !asked.offer(one) || (!open && asked.remove(one))) {
                one.outcome().complete(new Outcome.Busy());
                break;
            }
        }
        var outcomes = new ArrayList<Outcome>();
        for (var one : row) {
            var outcome = one.outcome().join();
            outcomes.add(outcome);
            if (isNo(outcome)) {
                break;
            }
        }
        return outcomes;
    }

    private static boolean isNo(Outcome outcome) {
        return !(outcome instanceof Outcome.Decided(var decision))
                || decision instanceof Decision.Refused;
    }

    /// Finishes the group at hand. Never by an interrupt, which would close the journal's file.
    @Override
    public void close() {
        open = false;
        try {
            writer.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted before the last group was on disk", e);
        }
        openings.force();
    }

    private void write() {
        try {
            while (open || !asked.isEmpty()) {
                var first = asked.poll(LOOK_UP_MS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    var group = new ArrayList<>(List.of(first));
                    asked.drainTo(group, GROUP_MAX - 1);
                    answer(group);
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody may interrupt the writer", e);
        } finally {
            open = false;
            stopped(asked);
        }
    }

    private void answer(List<Asked> group) {
        boolean answered = false;
        try {
            commit(group);
            answered = true;
        } finally {
            if (!answered) {
                stopped(group);
            }
        }
    }

    /// Nobody knows what became of these: only the next start from disk does.
    private static void stopped(Iterable<Asked> unanswered) {
        for (var one : unanswered) {
            one.outcome()
                    .completeExceptionally(new IllegalStateException("the writer has stopped"));
        }
    }

    /// Decides a group in the order asked and makes it durable with one `force`. Each command sees
    /// the ones before it, but nobody else does until all of them are on disk and signed.
    private void commit(List<Asked> group) {
        var now = wall();
        var next = line;
        var decided = new ArrayList<Decided>();
        var entries = new ArrayList<Entry>();
        boolean opens = false;
        // The first entry of a log opens it; before that there is no time to step from.
        if (clockGuard.stepped(now) && next.size() > 0) {
            var step = new Command.StepClock(new RequestId(UUID.randomUUID()), now);
            next = append(next, Rules.decide(next, step, now), entries);
        }
        for (var one : group) {
            var outcome = one.row().get() ? new Outcome.Busy() : decide(next, one.ask(), now);
            one.row().set(isNo(outcome));
            if (outcome instanceof Outcome.Decided(var decision) && !decision.entries().isEmpty()) {
                next = append(next, decision, entries);
                opens |= openings.add(privateDay(next), one.ask(), decision.entries().getFirst());
            }
            decided.add(new Decided(one, outcome));
        }
        if (!entries.isEmpty()) {
            if (opens) {
                openings.force();
            }
            entries.forEach(journal::append);
            journal.commit();
        }
        line = next;
        tell(entries, decided);
    }

    private Outcome decide(Line next, Ask ask, Instant now) {
        var by = actor(next, ask.asker());
        var command = completed(next, ask.command().apply(by));
        if (openings.isReused(command.request(), ask.fingerprint())) {
            return new Outcome.Reused();
        }
        if (command instanceof Command.TakeTicket && space == Space.RESERVE) {
            return new Outcome.NoSpace();
        }
        var decision = Rules.decide(next, command, wishes, now);
        wishes = wishes.after(command, decision);
        return new Outcome.Decided(decision);
    }

    private static Line append(Line line, Decision decision, List<Entry> entries) {
        var next = line;
        for (var entry : decision.entries()) {
            next = next.after(entry);
            entries.add(entry);
        }
        return next;
    }

    private void tell(List<Entry> entries, List<Decided> decided) {
        for (var one : decided) {
            one.asked().outcome().complete(one.outcome());
        }
        feed.publish(
                entries.stream()
                        .map(e -> new Feed.Item(e, new String(EventCodec.encode(e), UTF_8)))
                        .toList());
    }

    private Actor actor(Line next, Asker asker) {
        return switch (asker) {
            case Asker.Itself _ -> Actor.BRANCH;
            case Asker.Device(var id) -> new Actor.Device(id);
            case Asker.Staff(var account) -> openings.pseudonym(privateDay(next), account);
        };
    }

    /// What only the writer knows at the moment of the decision.
    private Command completed(Line next, Command command) {
        return command instanceof Command.CloseDay(var request, var by, _)
                ? new Command.CloseDay(request, by, openings.counted(next))
                : command;
    }

    /// The business day, or the day that would be opened now.
    private LocalDate privateDay(Line next) {
        return next.day() instanceof Line.Day.Open(var date) ? date : today();
    }
}
