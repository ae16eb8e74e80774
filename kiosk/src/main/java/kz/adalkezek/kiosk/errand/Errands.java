package kz.adalkezek.kiosk.errand;

import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import kz.adalkezek.kiosk.link.BranchLink;
import kz.adalkezek.kiosk.link.BranchWatch;
import kz.adalkezek.kiosk.link.Issued;
import kz.adalkezek.kiosk.offline.Alone;
import kz.adalkezek.kiosk.print.Printer;
import kz.adalkezek.queue.RequestId;

/// The errands of a kiosk, one at a time. What is begun here survives the process: the outbox has
/// it before the branch hears of it. Safe for several threads.
public final class Errands implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("kezek.errand");

    /// So many finished errands are still known, for a page that sends its last word again and for
    /// whoever wants a copy.
    static final int REMEMBERED = 64;

    /// What came of a touch.
    public sealed interface Begun {

        /// The errand of this touch, or the one that a citizen is in the middle of.
        record Running(Errand errand) implements Begun {}

        record TooSoon() implements Begun {}
    }

    /// What came of a citizen's word about an errand.
    public sealed interface Said {

        record Now(Errand errand) implements Said {}

        /// This kiosk has no such errand.
        record Nobody() implements Said {}

        /// The errand is not at a stage where this has a meaning.
        record NotNow() implements Said {}
    }

    private final Outbox outbox;
    private final Alone alone;
    private final HandOvers handOvers;
    private final Road road;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Patience patience;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// Guarded by this, as all below.
    private Optional<Course> current = Optional.empty();

    private final Map<RequestId, Errand> finished = new LinkedHashMap<>();
    private Optional<Long> lastTicketNanos = Optional.empty();
    private Runnable onChange = () -> {};

    /// @param folder for what is not settled yet
    /// @param believed whether what the branch has issued stands in the log that it has always
    ///   shown
    /// @param nanos a clock that only goes forward
    public Errands(
            Path folder,
            BranchLink link,
            BranchWatch branch,
            Alone alone,
            TicketAddress address,
            Predicate<Issued> believed,
            TicketPaper paper,
            Printer printer,
            PrinterWatch printerWatch,
            InstantSource clock,
            LongSupplier nanos,
            Patience patience) {
        this.outbox = new Outbox(folder);
        this.alone = alone;
        this.clock = clock;
        this.nanos = nanos;
        this.patience = patience;
        this.handOvers = new HandOvers(outbox, link, alone::owes, clock, patience, this::handed);
        this.road =
                new Road(
                        outbox,
                        handOvers,
                        link,
                        branch,
                        alone,
                        address,
                        believed,
                        paper,
                        printer,
                        printerWatch,
                        clock,
                        patience);
    }

    /// Goes on with what an earlier process left.
    ///
    /// @param onChange told after each change; must not block
    public synchronized void start(Runnable onChange) {
        this.onChange = onChange;
        handOvers.start();
        var left = outbox.all();
        left.stream().filter(kept -> kept.handing().isPresent()).forEach(handOvers::add);
        var open =
                left.stream()
                        .filter(kept -> kept.handing().isEmpty())
                        .sorted(Comparator.comparing(Kept::touched).reversed())
                        .toList();
        for (var kept : open) {
            boolean young = clock.instant().isBefore(kept.touched().plus(patience.ask()));
            boolean settled = alone.ofErrand(kept.request()).filter(it -> it.told()).isPresent();
            if (settled) {
                outbox.forget(kept.request());
            } else if (young && current.isEmpty()) {
                LOG.log(Level.INFO, "goes on with {0}", kept.request());
                run(kept, true);
            } else {
                LOG.log(Level.WARNING, "gave {0} up: it was left too long ago", kept.request());
                outbox.forget(kept.request());
            }
        }
        alone.abandon(current.map(Course::request));
    }

    /// The errand that is on the screen.
    public synchronized Optional<Errand> current() {
        return current.map(Course::errand);
    }

    /// An errand that is on the screen or was there lately.
    public synchronized Optional<Errand> errand(RequestId request) {
        return find(request);
    }

    /// An errand that was on the screen lately, by the token of its ticket.
    synchronized Optional<Errand> lately(String token) {
        return finished.values().stream()
                .filter(errand -> errand.issued().map(Issued::token).equals(Optional.of(token)))
                .findFirst();
    }

    /// Whether the disk took what was to be kept last. If not, nothing new is begun.
    public boolean isKept() {
        return outbox.isWell();
    }

    /// A touch. The same request again is the same errand, also when it is over.
    ///
    /// @throws UncheckedIOException if it cannot be kept; then nothing was begun
    public synchronized Begun begin(RequestId request, Wish wish) {
        var known = find(request);
        if (known.isPresent()) {
            return new Begun.Running(known.get());
        }
        if (current.isPresent() && !current.get().isOver()) {
            return new Begun.Running(current.get().errand());
        }
        if (isTooSoon()) {
            return new Begun.TooSoon();
        }
        current.ifPresent(this::finish);
        var touched = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var kept = Kept.asked(new Errand(request, wish, touched, new Stage.Asking(false)));
        try {
            outbox.keep(kept);
        } catch (UncheckedIOException e) {
            onChange.run();
            throw e;
        }
        lastTicketNanos = Optional.of(nanos.getAsLong());
        return new Begun.Running(run(kept, false));
    }

    /// The citizen has the number from the screen.
    public Said had(RequestId request) {
        return say(request, Word.HAD);
    }

    /// The citizen wants the same number on paper once more.
    public Said reprint(RequestId request) {
        return say(request, Word.REPRINT);
    }

    /// The page has finished showing it.
    public Said done(RequestId request) {
        return say(request, Word.DONE);
    }

    /// The citizen does not want to wait for the branch any more.
    public Said giveUp(RequestId request) {
        return say(request, Word.GIVE_UP);
    }

    /// Lets a ticket that is being printed come out; what else is open stays in the outbox. Waits
    /// for a call that is under way, so close the link first.
    @Override
    public void close() {
        synchronized (this) {
            current.ifPresent(Course::end);
        }
        threads.close();
        handOvers.close();
    }

    private synchronized Said say(RequestId request, Word word) {
        var known = find(request);
        if (known.isEmpty()) {
            return new Said.Nobody();
        }
        if (current.isEmpty() || !current.get().request().equals(request)) {
            // Over already: the page did not hear the answer to its last word.
            return new Said.Now(known.get());
        }
        var course = current.get();
        if (!course.says(word)) {
            return new Said.NotNow();
        }
        if (word == Word.DONE || word == Word.GIVE_UP) {
            finish(course);
        }
        return new Said.Now(course.errand());
    }

    /// A refusal took no ticket, so the next touch may follow at once.
    private boolean isTooSoon() {
        if (current.isPresent() && current.get().errand().stage().given().isEmpty()) {
            return false;
        }
        long apart = patience.betweenTickets().toNanos();
        return lastTicketNanos.filter(last -> nanos.getAsLong() - last < apart).isPresent();
    }

    private Optional<Errand> find(RequestId request) {
        return current.map(Course::errand)
                .filter(errand -> errand.request().equals(request))
                .or(() -> Optional.ofNullable(finished.get(request)));
    }

    private Errand run(Kept kept, boolean resumed) {
        var course = new Course(kept, resumed, onChange);
        current = Optional.of(course);
        threads.execute(() -> walk(course));
        threads.execute(() -> watchTime(course));
        onChange.run();
        return course.errand();
    }

    private void walk(Course course) {
        try {
            road.walk(course);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (this) {
                if (current.isPresent() && current.get() == course) {
                    finish(course);
                }
            }
        }
    }

    private void watchTime(Course course) {
        try {
            course.markLate(patience.late());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void handed(Kept kept) {
        current.filter(course -> course.request().equals(kept.request())).ifPresent(Course::handed);
    }

    /// Off the screen; what the branch still has to hear goes on without it.
    private void finish(Course course) {
        course.end();
        current = Optional.empty();
        var errand = course.errand();
        if (errand.stage().given().isEmpty()) {
            lastTicketNanos = Optional.empty();
        }
        finished.put(errand.request(), errand);
        if (finished.size() > REMEMBERED) {
            finished.remove(finished.keySet().iterator().next());
        }
        onChange.run();
    }
}
