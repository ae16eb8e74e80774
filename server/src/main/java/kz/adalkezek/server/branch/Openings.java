package kz.adalkezek.server.branch;

import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import kz.adalkezek.log.CanonicalJson;
import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.BookingId;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.Opened;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.StrictJson;
import kz.adalkezek.queue.VisitId;
import kz.adalkezek.server.journal.PrivateDays;

/// What the branch knows and the log does not: openings of commitments, fingerprints of requests,
/// and the key of the day that turns staff into pseudonyms. Kept by business day in `private/`,
/// erasable; in memory for this business day and the one before.
///
/// The writer adds; any thread reads.
public final class Openings {

    private static final System.Logger LOG = System.getLogger("kezek.branch");

    private final PrivateDays days;
    private final SecureRandom random;
    private volatile Remembered today = new Remembered();
    private volatile Remembered dayBefore = new Remembered();

    private final Reservations reservations = new Reservations();
    private final Map<LocalDate, Pseudonyms> pseudonyms = new ConcurrentHashMap<>();

    public Openings(PrivateDays days, SecureRandom random) {
        this.days = days;
        this.random = random;
    }

    public Optional<Opening> of(VisitId visit) {
        return today.opening(visit).or(() -> dayBefore.opening(visit));
    }

    public Optional<VisitId> visit(String token) {
        return today.visit(token).or(() -> dayBefore.visit(token));
    }

    /// What desks have added to the visit, oldest first.
    public List<Annex> annexes(VisitId visit) {
        var annexes = today.annexes(visit);
        return annexes.isEmpty() ? dayBefore.annexes(visit) : annexes;
    }

    /// The services that desks have added: they are not in the ticket's commitment.
    public List<String> added(VisitId visit) {
        return annexes(visit).stream()
                .filter(annex -> annex.kind() == Annex.Kind.SERVICE)
                .map(Annex::value)
                .toList();
    }

    public Annex newAnnex(Annex.Kind kind, String value) {
        return Annex.random(random, kind, value);
    }

    /// What was booked, by its codes.
    public Reservations reservations() {
        return reservations;
    }

    /// @param service code of the catalogue
    public Reservation newReservation(String service) {
        return Reservation.random(random, service);
    }

    Opening newOpening(Tickets.Wanted wanted) {
        return Opening.random(
                random, wanted.services(), wanted.language(), wanted.ground(), wanted.people());
    }

    boolean isReused(RequestId request, Fingerprint fingerprint) {
        return today.fingerprint(request)
                .or(() -> dayBefore.fingerprint(request))
                .filter(fingerprint::differsFrom)
                .isPresent();
    }

    /// Remembers a command that made events, and appends what must outlive the process.
    ///
    /// @param first of its events
    /// @return whether the lines have to be forced before the events are
    boolean add(LocalDate day, Ask ask, Entry first) {
        if (first.event() instanceof Event.DayOpened opened) {
            turn();
            reservations.turned(opened.day());
        }
        var line = new TreeMap<String, Object>();
        line.put("request", first.request().toString());
        line.put("print", ask.fingerprint().hex());
        today.add(first.request(), ask.fingerprint());
        boolean opens = !ask.opening().isNone() && first.event() instanceof Event.TicketIssued;
        if (opens) {
            // Nobody knows visit or token before the answer, which waits for the disk.
            today.add(new VisitId(first.index()), ask.opening());
            line.put("visit", first.index());
            line.putAll(ask.opening().line());
        }
        var committed = committed(first);
        boolean adds = !ask.annex().isNone() && committed.isPresent();
        if (adds) {
            today.add(committed.get().visit(), ask.annex());
            line.put("record", first.index());
            line.putAll(ask.annex().line());
        }
        days.append(day, CanonicalJson.write(line));
        return books(ask, first) || opens || adds;
    }

    /// Kept in the private day of the slot, where it is looked for and erased.
    private boolean books(Ask ask, Entry first) {
        if (ask.reservation().isNone() || !(first.event() instanceof Event.BookingMade booking)) {
            return false;
        }
        reservations.add(
                new Reservations.Known(
                        new BookingId(first.index()), booking.day(), ask.reservation()));
        days.append(booking.day(), CanonicalJson.write(ask.reservation().line(first.index())));
        return true;
    }

    /// What an entry commits to besides a ticket.
    private record Committed(VisitId visit, String commitment) {}

    private static Optional<Committed> committed(Entry entry) {
        return switch (entry.event()) {
            case Event.ServiceAdded added ->
                    Optional.of(new Committed(added.visit(), added.commitment()));
            case Event.DocumentRequested asked ->
                    Optional.of(new Committed(asked.visit(), asked.commitment()));
            default -> Optional.empty();
        };
    }

    void force() {
        days.force();
    }

    /// The name under which an account enters the log on this day.
    Actor pseudonym(LocalDate day, String account) {
        var names = pseudonyms.get(day);
        if (names == null) {
            names = Pseudonyms.random(random);
            days.append(day, CanonicalJson.write(Map.of("key", names.key())));
            // A pseudonym that the next start could not make again would lock people out of
            // their desks.
            days.force();
            pseudonyms.put(day, names);
        }
        return names.of(account);
    }

    /// Whether this account goes by this name on the day.
    public boolean isNamed(LocalDate day, String account, Actor name) {
        var names = pseudonyms.get(day);
        return names != null && names.of(account).equals(name);
    }

    /// The totals that only the branch can tell, counts under five merged.
    Opened counted(Line line) {
        var services = new TreeMap<String, Integer>();
        var languages = new TreeMap<String, Integer>();
        var grounds = new TreeMap<String, Integer>();
        var people = new TreeMap<String, Integer>();
        for (var visit : line.people().visits()) {
            of(visit.key())
                    .ifPresent(opening -> {
                        opening.services().forEach(code -> services.merge(code, 1, Integer::sum));
                        added(visit.key()).forEach(code -> services.merge(code, 1, Integer::sum));
                        languages.merge(opening.language(), 1, Integer::sum);
                        if (opening.people() > 1) {
                            people.merge(Integer.toString(opening.people()), 1, Integer::sum);
                        }
                        grounds.merge(
                                opening.ground().isEmpty() ? "none" : opening.ground(),
                                1,
                                Integer::sum);
                    });
        }
        return new Opened(
                Opened.merged(services),
                Opened.merged(languages),
                Opened.merged(grounds),
                Opened.merged(people));
    }

    /// Reads a business day again after a start, oldest first. An opening counts only if the log
    /// holds its ticket: the power may have failed between the two.
    ///
    /// @param inLog the entry at an index, where the log reaches so far
    void load(LocalDate day, LongFunction<Optional<Entry>> inLog) {
        turn();
        for (var line : lines(day)) {
            if (line.get("request") instanceof String request
                    && line.get("print") instanceof String print) {
                today.add(RequestId.parse(request), new Fingerprint(print));
                if (line.get("visit") instanceof Long visit) {
                    load(line, visit, inLog);
                }
                if (line.get("record") instanceof Long record) {
                    loadAnnex(line, record, inLog);
                }
            }
        }
        loadNames(day);
    }

    /// Reads again what was booked for the last business day and those to come. It counts only if
    /// the log holds the booking.
    void loadReservations(LocalDate last, LongFunction<Optional<Entry>> inLog) {
        for (var day : days.days()) {
            if (!day.isBefore(last)) {
                lines(day).forEach(line -> loadReservation(line, inLog));
            }
        }
    }

    private void loadReservation(Map<String, Object> line, LongFunction<Optional<Entry>> inLog) {
        var kept = Reservation.read(line);
        if (kept.isEmpty() || !(line.get("record") instanceof Long record)) {
            return;
        }
        inLog.apply(record)
                .map(Entry::event)
                .filter(Event.BookingMade.class::isInstance)
                .map(Event.BookingMade.class::cast)
                .filter(booking -> booking.commitment().equals(kept.get().commitment()))
                .map(booking ->
                        new Reservations.Known(new BookingId(record), booking.day(), kept.get()))
                .ifPresent(reservations::add);
    }

    /// Reads the key of a day, which may not be open yet.
    void loadNames(LocalDate day) {
        for (var line : lines(day)) {
            if (line.get("key") instanceof String key && !line.containsKey("record")) {
                pseudonyms.put(day, new Pseudonyms(key));
            }
        }
    }

    private List<Map<String, Object>> lines(LocalDate day) {
        var lines = new ArrayList<Map<String, Object>>();
        for (var bytes : days.read(day)) {
            try {
                lines.add(StrictJson.read(bytes));
            } catch (IllegalArgumentException e) {
                // Not the truth: a record that the disk has spoiled must not keep a branch shut.
                LOG.log(Level.ERROR, "a private record of {0} is unreadable", day);
            }
        }
        return lines;
    }

    private void load(Map<String, Object> line, long visit, LongFunction<Optional<Entry>> inLog) {
        var opening = Opening.read(line);
        var entry = inLog.apply(visit);
        if (opening.isPresent()
                && entry.isPresent()
                && entry.get().event() instanceof Event.TicketIssued ticket
                && ticket.commitment().equals(opening.get().commitment())) {
            today.add(new VisitId(visit), opening.get());
        }
    }

    private void loadAnnex(
            Map<String, Object> line, long record, LongFunction<Optional<Entry>> inLog) {
        var annex = Annex.read(line);
        var committed = inLog.apply(record).flatMap(Openings::committed);
        if (annex.isPresent()
                && committed.isPresent()
                && committed.get().commitment().equals(annex.get().commitment())) {
            today.add(committed.get().visit(), annex.get());
        }
    }

    private void turn() {
        dayBefore = today;
        today = new Remembered();
    }
}
