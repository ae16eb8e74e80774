package kz.adalkezek.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import kz.adalkezek.audit.Finding.LawBroken;
import kz.adalkezek.audit.Finding.Overridden;
import kz.adalkezek.audit.Options.Wanted;
import kz.adalkezek.audit.Segment.Believed;
import kz.adalkezek.clocks.Clocks;
import kz.adalkezek.clocks.DayClocks;
import kz.adalkezek.clocks.Ending;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.EventCodec;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.Visit;

/// Plays a log again, entry by entry: each command must have made exactly what the law answers to
/// it. Needs no more memory than the state of the branch. Used by one thread.
public final class Replay {

    /// A day's closing is the longest command there is: an event for each desk and each person.
    public static final int COMMAND_MAX_ENTRIES = 1_000_000;

    private final Account account;
    private final Clocks clocks = new Clocks();
    private final List<Entry> command = new ArrayList<>();
    private final int commandMaxEntries;
    private Line line;
    private boolean stopped;

    /// From the first entry of a log.
    public Replay() {
        this(Line.EMPTY);
    }

    /// From a state that is believed, such as that of [Line#before].
    public Replay(Line line) {
        this(line, COMMAND_MAX_ENTRIES, Optional.empty());
    }

    /// From the first entry of a log, looking for a ticket.
    Replay(Optional<Wanted> wanted) {
        this(Line.EMPTY, COMMAND_MAX_ENTRIES, wanted);
    }

    Replay(Line line, int commandMaxEntries, Optional<Wanted> wanted) {
        this.line = line;
        this.commandMaxEntries = commandMaxEntries;
        this.account = new Account(wanted);
    }

    /// From a `day.opened` whose carried state is believed; nothing where it cannot be.
    static Optional<Replay> believing(Entry entry, Optional<Wanted> wanted) {
        if (!(entry.event() instanceof Event.DayOpened opened) || entry.more() > 0) {
            return Optional.empty();
        }
        var replay = new Replay(Line.before(entry.index(), opened), COMMAND_MAX_ENTRIES, wanted);
        replay.command.add(entry);
        replay.fold(new ArrayList<>());
        return Optional.of(replay).filter(begun -> !begun.isStopped());
    }

    /// Whether a replay that has believed a `day.opened` has begun in the state that this one has
    /// reached, and has met no request that was answered before.
    ///
    /// @param findings is told what is wrong with the `day.opened` itself
    boolean joins(Believed believed, Replay later, Findings findings) {
        var opened = believed.opened();
        if (stopped || !command.isEmpty() || opened.index() != line.size()) {
            return false;
        }
        Line reached;
        try {
            reached = line.after(opened);
        } catch (IllegalStateException | IllegalArgumentException | NoSuchElementException e) {
            return false;
        }
        if (!reached.withoutDayBefore().equals(believed.line())
                || later.line.memory().repeats(line.memory())) {
            return false;
        }
        judgement(List.of(opened)).ifPresent(findings::add);
        return true;
    }

    /// The hash of what a `day.opened` carries, where it is another.
    static Optional<Finding> breachOfHash(Entry entry) {
        return entry.event() instanceof Event.DayOpened(_, var state, var hash)
                        && !hash.equals(EventCodec.hash(state))
                ? Optional.of(
                        breach(
                                entry,
                                "hash is %s but by the law %s"
                                        .formatted(hash, EventCodec.hash(state))))
                : Optional.empty();
    }

    /// The state behind the commands that were complete.
    public Line line() {
        return line;
    }

    public Tally tally() {
        return account.tally();
    }

    /// What the log tells, day by day.
    Account account() {
        return account;
    }

    /// Whether the story broke off, so that nothing more can be said.
    public boolean isStopped() {
        return stopped;
    }

    /// A command is judged when its last entry is there.
    ///
    /// @return what is wrong, or an override; mostly nothing
    public List<Finding> next(Entry entry) {
        if (stopped) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        if (!command.isEmpty() && !follows(entry)) {
            findings.addAll(end());
        }
        command.add(entry);
        if (entry.more() == 0) {
            judge(findings);
        } else if (command.size() == commandMaxEntries) {
            findings.addAll(end());
        }
        return findings;
    }

    /// Several entries, such as those of one command.
    public List<Finding> next(List<Entry> entries) {
        var findings = new ArrayList<Finding>();
        entries.forEach(entry -> findings.addAll(next(entry)));
        return findings;
    }

    /// Says what is wrong when no entry follows.
    public List<Finding> end() {
        if (command.isEmpty() || stopped) {
            return List.of();
        }
        var last = command.getLast();
        var findings = new ArrayList<Finding>();
        findings.add(
                breach(
                        last,
                        "says that %d more of its command follow, but %s"
                                .formatted(
                                        last.more(),
                                        command.size() == commandMaxEntries
                                                ? "no command is so long"
                                                : "they do not")));
        fold(findings);
        return findings;
    }

    private boolean follows(Entry entry) {
        var last = command.getLast();
        return entry.request().equals(last.request()) && entry.more() == last.more() - 1;
    }

    private void judge(List<Finding> findings) {
        judgement(List.copyOf(command)).ifPresent(findings::add);
        fold(findings);
    }

    private Optional<LawBroken> judgement(List<Entry> whole) {
        try {
            return Judgement.of(line, whole);
        } catch (IllegalStateException | NoSuchElementException | IndexOutOfBoundsException e) {
            // Only after an earlier breach: the law finds a state that it would never have made.
            return Optional.of(breach(whole.getFirst(), "cannot be judged: " + e.getMessage()));
        }
    }

    /// Goes on from what the log says, lawful or not, so that one breach is not told many times.
    private void fold(List<Finding> findings) {
        for (var entry : command) {
            try {
                line = line.after(entry);
            } catch (IllegalStateException
                    | IllegalArgumentException
                    | NoSuchElementException
                    | IndexOutOfBoundsException e) {
                stopped = true;
                findings.add(
                        breach(
                                entry,
                                "nothing from here on can be judged, because " + e.getMessage()));
                break;
            }
            clocks.read(entry);
            account.read(entry, line, clocks);
            if (entry.event() instanceof Event.DayClosed) {
                account.closed(entry, line, DayClocks.of(clocks));
                clockBreaches(entry).forEach(findings::add);
            }
            if (entry.event() instanceof Event.CallMade call
                    && call.rule() == Event.Rule.OVERRIDE) {
                findings.add(overridden(entry, call.desk(), call.reason()));
            }
            if (entry.event() instanceof Event.ServiceDirect direct) {
                findings.add(overridden(entry, direct.desk(), direct.reason()));
            }
        }
        command.clear();
    }

    /// Each visit that is over has the arrival with which it came, and its clocks add up to end -
    /// arrival. Who is not over is a breach that the law names.
    private List<Finding> clockBreaches(Entry closed) {
        var breaches = new ArrayList<Finding>();
        for (var visit : clocks.visits()) {
            var known = line.people().visit(visit.visit()).map(Visit::arrival);
            boolean over = visit.ending() != Ending.NOT_YET;
            if (over && !(visit.addUp() && known.equals(Optional.of(visit.arrival())))) {
                breaches.add(
                        breach(
                                closed,
                                "the clocks of %s (visit %d) do not add up to its end - its arrival"
                                        .formatted(visit.number(), visit.visit().index())));
            }
        }
        return breaches;
    }

    private static Overridden overridden(Entry entry, DeskId desk, Code reason) {
        return new Overridden(entry.index(), entry.at(), desk, entry.by().name(), reason);
    }

    private static LawBroken breach(Entry entry, String why) {
        return new LawBroken(entry.index(), EventCodec.type(entry.event()), why);
    }
}
