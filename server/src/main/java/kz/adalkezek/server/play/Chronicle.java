package kz.adalkezek.server.play;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import kz.adalkezek.audit.Finding;
import kz.adalkezek.audit.Replay;
import kz.adalkezek.forecast.Outlook;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.EventCodec;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.VisitId;
import kz.adalkezek.server.branch.Catalogue;
import kz.adalkezek.server.branch.ServiceLegs;

/// Follows the log of the days as a stranger would: from the bytes, by the outside verifier's
/// replay, and by a second reading that knows no law. Counts what the days come to.
final class Chronicle implements LawWorld.Listener {

    /// Fewer than a branch plays, for a simulation asks once a ticket and has no time between.
    private static final int FUTURES = 24;

    private final Outlook outlook;
    private final Catalogue catalogue;
    private final Replay replay = new Replay();
    private final Reading reading = new Reading();
    private final Watch watch = new Watch(reading);
    private final Calibration calibration = new Calibration();
    private final List<Breach> breaches = new ArrayList<>();
    private Figures today = new Figures();
    private long entries;

    /// @param services of a visit, which the log does not tell
    Chronicle(Catalogue catalogue, Function<VisitId, List<String>> services) {
        this.outlook =
                new Outlook(new ServiceLegs(() -> Optional.of(catalogue), services), FUTURES);
        this.catalogue = catalogue;
    }

    @Override
    public void wrote(List<Entry> command, Line before, Line after) {
        for (var entry : command) {
            reads(EventCodec.decode(EventCodec.encode(entry)));
            outlook.saw(entry);
            if (entry.event() instanceof Event.TicketIssued) {
                outlook.look(after, entry.at(), List.of());
                promises(after, new VisitId(entry.index()), entry.at());
            }
        }
    }

    @Override
    public void broke(Breach breach) {
        breaches.add(breach);
    }

    private void reads(Entry entry) {
        entries++;
        for (var finding : replay.next(entry)) {
            if (finding instanceof Finding.LawBroken(var index, var type, var why)) {
                breaches.add(new Breach(index, type, "1: " + why));
            }
        }
        breaches.addAll(watch.judge(entry));
        today.add(entry.event());
        if (entry.event() instanceof Event.ServiceStarted(var visit, _)) {
            begins(reading.person(visit));
        }
        if (entry.event() instanceof Event.DayClosed) {
            reading.people().values().forEach(today::add);
            calibration.dayEnds();
        }
        reading.read(entry);
    }

    private void begins(Person person) {
        if (!person.everServed) {
            calibration.begins(person);
        }
    }

    private void promises(Line line, VisitId id, Instant at) {
        var visit = line.people().visit(id).orElseThrow();
        var range = outlook.of(id, at).orElseThrow();
        average(visit.group())
                .ifPresent(minutes -> calibration.promises(line, visit, range, minutes));
    }

    private OptionalDouble average(GroupCode group) {
        return catalogue.services().values().stream()
                .filter(service -> service.group().equals(group))
                .flatMapToInt(service -> IntStream.of(service.averageMinutes()))
                .average();
    }

    /// What was broken so far.
    List<Breach> breaches() {
        return List.copyOf(breaches);
    }

    /// What the day came to; begins the next one.
    Figures dayEnds() {
        var day = today;
        today = new Figures();
        return day;
    }

    Calibration calibration() {
        return calibration;
    }

    long entries() {
        return entries;
    }
}
