package kz.adalkezek.kiosk.offline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.adalkezek.kiosk.enrol.SigningKey;
import kz.adalkezek.kiosk.link.BranchLink.How;
import kz.adalkezek.kiosk.link.Offer;
import kz.adalkezek.queue.Block;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.KioskEntry;
import kz.adalkezek.queue.RequestId;

/// A kiosk that is alone: it gives the numbers that the branch has leased to it, signs each into
/// its journal before the paper moves, and knows what it still owes the branch. Safe for several
/// threads.
public final class Alone implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("kezek.offline");

    private final DeviceId device;
    private final SigningKey key;
    private final BranchTime time;
    private final Journal journal;
    private final Numbers numbers;
    private final SecureRandom random = new SecureRandom();

    private Alone(
            DeviceId device, SigningKey key, BranchTime time, Journal journal, Numbers numbers) {
        this.device = device;
        this.key = key;
        this.time = time;
        this.journal = journal;
        this.numbers = numbers;
    }

    /// A ticket of the journal, and whether it is known what became of its paper.
    public record Given(Slip slip, boolean told) {}

    /// Goes on with what stands in the folder.
    ///
    /// @throws IllegalStateException if journal or leases there are not this kiosk's own
    public static Alone open(Path folder, DeviceId device, SigningKey key, BranchTime time)
            throws IOException {
        Files.createDirectories(folder);
        var journal = Journal.open(folder, key.open());
        var numbers = new Numbers(folder.resolve("leases.txt"));
        for (var owed : journal.owed()) {
            numbers.used(owed.slip().number(), owed.slip().entry().day());
        }
        return new Alone(device, key, time, journal, numbers);
    }

    /// Gives the next number, if the wish was offered and a number of its letter is left.
    ///
    /// @param sinceTouch how long ago the citizen touched
    /// @param asked whether the branch may have heard of the errand
    /// @return nothing where there is none to give; also where it could not be written down
    public synchronized Optional<Slip> give(
            RequestId errand,
            List<String> services,
            String language,
            Optional<String> ground,
            Duration sinceTouch,
            boolean asked,
            Offer offer) {
        var terms = Terms.of(offer);
        var letter = terms.flatMap(known -> known.letter(services, ground));
        if (letter.isEmpty()) {
            LOG.log(Level.WARNING, "{0} wants what was not offered: {1}", errand, services);
            return Optional.empty();
        }
        var touched = touched(sinceTouch);
        var day = LocalDate.ofInstant(touched, offer.zone());
        var number = numbers.next(letter.get(), day);
        if (number.isEmpty()) {
            LOG.log(Level.WARNING, "no number {0} is left for {1}", letter.get(), day);
            return Optional.empty();
        }
        var opening = Opening.random(random, services, language, ground);
        var entry =
                new KioskEntry(
                        device,
                        journal.entries() + 1,
                        journal.head(),
                        new RequestId(UUID.randomUUID()),
                        number.get(),
                        day,
                        touched,
                        terms.get().policy(),
                        opening.commitment());
        var slip =
                new Slip(
                        entry,
                        key.sign(entry.statement()),
                        opening,
                        errand,
                        asked ? Optional.of(errand) : Optional.empty());
        try {
            journal.give(slip);
        } catch (UncheckedIOException e) {
            LOG.log(Level.ERROR, number.get() + " is not given, because it cannot be kept", e);
            return Optional.empty();
        }
        numbers.used(number.get(), day);
        LOG.log(Level.INFO, "{0} is given without the branch", number.get());
        return Optional.of(slip);
    }

    /// What became of the paper, told once.
    ///
    /// @param how nothing where nobody will ever know
    /// @throws UncheckedIOException if it cannot be kept
    public void tell(Slip slip, Optional<How> how) {
        journal.tell(slip.entry().entry(), how);
    }

    /// The ticket that was given for a touch, if it was given here and lately.
    public Optional<Given> ofErrand(RequestId errand) {
        return journal.ofErrand(errand)
                .map(owed -> new Given(owed.slip(), owed.told().isPresent()));
    }

    /// After a start: nobody knows any more what became of these papers, but for one errand.
    public void abandon(Optional<RequestId> except) {
        for (var owed : journal.owed()) {
            boolean spared = except.filter(owed.slip().errand()::equals).isPresent();
            if (owed.told().isEmpty() && !spared) {
                LOG.log(Level.WARNING, "{0} may be printed or not", owed.slip().number());
                tell(owed.slip(), Optional.empty());
            }
        }
    }

    /// Whether a citizen would get a number now.
    public synchronized boolean canGive(Offer offer) {
        var day = LocalDate.ofInstant(touched(Duration.ZERO), offer.zone());
        return !journal.isBroken()
                && Terms.of(offer)
                        .filter(terms ->
                                terms.letters().stream()
                                        .anyMatch(letter -> numbers.left(letter, day) > 0))
                        .isPresent();
    }

    /// Whether the branch must hear of tickets given alone before it hears of anything else.
    public boolean owes() {
        return journal.owes();
    }

    Journal journal() {
        return journal;
    }

    Numbers numbers() {
        return numbers;
    }

    SigningKey key() {
        return key;
    }

    DeviceId device() {
        return device;
    }

    /// Takes the branch's word for what is left, unless a number was given since it was asked.
    ///
    /// @param entries of the journal when it was asked
    synchronized void believe(List<Block> leases, long entries) {
        if (!journal.owes() && journal.entries() == entries) {
            numbers.replace(leases);
        }
    }

    /// Files away what the branch has.
    synchronized void settle() throws IOException {
        if (!journal.owes()) {
            numbers.settle();
            journal.archive();
        }
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }

    /// Never before the touch of the entry before.
    private Instant touched(Duration sinceTouch) {
        var touch = time.instant().minus(sinceTouch).truncatedTo(ChronoUnit.MILLIS);
        return touch.isAfter(journal.lastTouched()) ? touch : journal.lastTouched();
    }
}
