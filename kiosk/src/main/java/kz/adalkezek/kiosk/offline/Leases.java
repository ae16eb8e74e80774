package kz.adalkezek.kiosk.offline;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import kz.adalkezek.kiosk.link.AloneLink;
import kz.adalkezek.kiosk.link.Offer;
import kz.adalkezek.kiosk.link.Reply;
import kz.adalkezek.queue.RequestId;

/// Sees to it that the kiosk holds enough numbers of each letter while the branch is there, and
/// gives back those of a day that is over. One thread.
final class Leases {

    private static final System.Logger LOG = System.getLogger("kezek.offline");
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final Alone alone;
    private final AloneLink link;
    private final Stock stock;
    private final BranchTime time;
    private final LongSupplier nanos;
    private long notBefore;
    private String lastFault = "";

    /// @param nanos a clock that only goes forward
    Leases(Alone alone, AloneLink link, Stock stock, BranchTime time, LongSupplier nanos) {
        this.alone = alone;
        this.link = link;
        this.stock = stock;
        this.time = time;
        this.nanos = nanos;
        this.notBefore = nanos.getAsLong();
    }

    NumbersLevel level(Offer offer) {
        var day = LocalDate.ofInstant(time.instant(), offer.zone());
        int least =
                Terms.of(offer).stream()
                        .flatMap(terms -> terms.letters().stream())
                        .mapToInt(letter -> alone.numbers().left(letter, day))
                        .min()
                        .orElse(0);
        if (least == 0) {
            return NumbersLevel.OUT;
        }
        return least < stock.low() ? NumbersLevel.LOW : NumbersLevel.ENOUGH;
    }

    /// To be called when the branch has all tickets.
    void run(Offer offer) throws InterruptedException {
        long entries = alone.journal().entries();
        var known = answer(link.leases());
        if (known.isEmpty()) {
            return;
        }
        alone.believe(known.get(), entries);
        var day = LocalDate.ofInstant(time.instant(), offer.zone());
        var letters = Terms.of(offer).map(Terms::letters).orElse(Set.of());
        for (char letter : letters) {
            int left = alone.numbers().left(letter, day);
            if (left <= stock.low() && left < stock.full() && nanos.getAsLong() - notBefore >= 0) {
                lease(letter, stock.full() - left, day);
            }
        }
        boolean isOpen = letters.stream().anyMatch(letter -> alone.numbers().left(letter, day) > 0);
        if (isOpen) {
            releaseBefore(day);
        }
    }

    private void lease(char letter, int count, LocalDate day) throws InterruptedException {
        var reply = link.lease(fresh(), letter, count);
        var block = answer(reply);
        block.ifPresent(alone.numbers()::leased);
        boolean ofToday = block.filter(leased -> leased.day().equals(day)).isPresent();
        if (reply instanceof Reply.Refusal || (block.isPresent() && !ofToday)) {
            // A refusal stands in the log, so it is not asked for every minute.
            notBefore = nanos.getAsLong() + AGAIN.toNanos();
        }
    }

    /// Once the branch leases for today, nobody gets a number of an older day any more.
    private void releaseBefore(LocalDate day) throws InterruptedException {
        for (var old : alone.numbers().before(day)) {
            if (answer(link.release(fresh(), old)).isPresent()) {
                alone.numbers().released(old);
            }
        }
    }

    private <T> Optional<T> answer(Reply<T> reply) {
        return switch (reply) {
            case Reply.Answer<T>(var value) -> {
                fault("");
                yield Optional.of(value);
            }
            case Reply.Refusal<T>(var problem) -> none(problem.code());
            case Reply.NotNow<T>(var why) -> none(why);
            case Reply.Strange<T>(var what) -> none("it answers something else: " + what);
        };
    }

    private <T> Optional<T> none(String why) {
        fault(why);
        return Optional.empty();
    }

    private void fault(String why) {
        if (!why.equals(lastFault)) {
            lastFault = why;
            if (!why.isEmpty()) {
                LOG.log(Level.WARNING, "no numbers for hours without the branch: {0}", why);
            }
        }
    }

    private static RequestId fresh() {
        return new RequestId(UUID.randomUUID());
    }
}
