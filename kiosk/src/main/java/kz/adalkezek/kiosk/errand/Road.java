package kz.adalkezek.kiosk.errand;

import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import kz.adalkezek.kiosk.link.BranchLink;
import kz.adalkezek.kiosk.link.BranchLink.How;
import kz.adalkezek.kiosk.link.BranchWatch;
import kz.adalkezek.kiosk.link.Issued;
import kz.adalkezek.kiosk.link.Reply;
import kz.adalkezek.kiosk.offline.Alone;
import kz.adalkezek.kiosk.offline.Slip;
import kz.adalkezek.kiosk.print.Printer;
import kz.adalkezek.queue.RequestId;

/// The road of one errand, in reading order: ask, print, hand over. It waits for branch, printer
/// and citizen, so each errand walks it on a thread of its own.
final class Road {

    /// The branch has not heard of everything that was given alone.
    private static final String OFFLINE_FIRST = "offline-first";

    private static final System.Logger LOG = System.getLogger("kezek.errand");

    private final Outbox outbox;
    private final HandOvers handOvers;
    private final BranchLink link;
    private final BranchWatch branch;
    private final Alone alone;
    private final TicketAddress address;
    private final Predicate<Issued> believed;
    private final TicketPaper paper;
    private final Printer printer;
    private final PrinterWatch printerWatch;
    private final InstantSource clock;
    private final Patience patience;

    Road(
            Outbox outbox,
            HandOvers handOvers,
            BranchLink link,
            BranchWatch branch,
            Alone alone,
            TicketAddress address,
            Predicate<Issued> believed,
            TicketPaper paper,
            Printer printer,
            PrinterWatch printerWatch,
            InstantSource clock,
            Patience patience) {
        this.outbox = outbox;
        this.handOvers = handOvers;
        this.link = link;
        this.branch = branch;
        this.alone = alone;
        this.address = address;
        this.believed = believed;
        this.paper = paper;
        this.printer = printer;
        this.printerWatch = printerWatch;
        this.clock = clock;
        this.patience = patience;
    }

    void walk(Course course) throws InterruptedException {
        var before = before(course);
        if (before.isPresent()) {
            // The process before this one may have printed it, so nothing is printed unasked.
            handOut(course, before.get(), Optional.of(Why.SILENT));
        } else {
            var given = ask(course);
            if (given.isPresent()) {
                handOut(course, given.get(), Optional.empty());
            }
        }
        course.await(patience.shown());
    }

    /// The ticket that an earlier process had for this errand.
    private Optional<Given> before(Course course) {
        return course.begun()
                .answer()
                .<Given>map(Given.ByBranch::new)
                .or(() -> alone.ofErrand(course.request()).map(found -> byKiosk(found.slip())));
    }

    /// Sends the same request until the branch answers it, the kiosk gives a number alone, the
    /// citizen gives up, or it is too late to be of use.
    private Optional<Given> ask(Course course) throws InterruptedException {
        var begun = course.begun();
        var age = Duration.between(begun.touched(), clock.instant());
        long touched = System.nanoTime() - age.toNanos();
        long until = touched + patience.ask().toNanos();
        boolean asked = course.isResumed();
        for (int attempt = 0; ; attempt++) {
            // Without an offer the ticket could not be printed; the branch is out of reach anyway.
            // What was given alone goes first, and nobody waits for a branch that is long away.
            if (branch.view().offer().isPresent() && !alone.owes() && !isAwayForLong()) {
                asked = true;
                switch (link.take(begun.request(), begun.wish().asked(begun.touched()))) {
                    case Reply.Answer<Issued>(var issued) -> {
                        if (!believed.test(issued)) {
                            outbox.forget(begun.request());
                            course.become(new Stage.Distrusted());
                            return Optional.empty();
                        }
                        if (course.become(new Stage.Printing(new Given.ByBranch(issued)))) {
                            keep(begun.answered(issued));
                            address.learn(issued.receipt());
                            return Optional.of(new Given.ByBranch(issued));
                        }
                    }
                    case Reply.Refusal<Issued>(var problem) when problem.is(OFFLINE_FIRST) ->
                            log(begun, problem.code());
                    case Reply.Refusal<Issued>(var problem) -> {
                        outbox.forget(begun.request());
                        course.become(new Stage.Refused(problem));
                        return Optional.empty();
                    }
                    case Reply.NotNow<Issued>(var why) -> log(begun, why);
                    case Reply.Strange<Issued>(var what) ->
                            log(begun, "the branch answered something else: " + what);
                }
            }
            long waited = System.nanoTime() - touched;
            if (isAwayForLong() || waited >= patience.alone().toNanos()) {
                var slip = giveAlone(course, Duration.ofNanos(waited), asked);
                if (slip.isPresent()) {
                    return slip;
                }
            }
            var said = course.await(pause(attempt, waited));
            if (said.isPresent()) {
                LOG.log(Level.INFO, "the citizen gave {0} up", begun.request());
                outbox.forget(begun.request());
                return Optional.empty();
            }
            if (course.isEnded()) {
                return Optional.empty();
            }
            if (System.nanoTime() > until) {
                LOG.log(Level.WARNING, "gave {0} up: no answer in time", begun.request());
                outbox.forget(begun.request());
                course.become(new Stage.Unanswered());
                return Optional.empty();
            }
        }
    }

    /// Not past the moment at which the kiosk gives a number alone.
    private Duration pause(int attempt, long waitedNanos) {
        var pause = patience.pause(attempt);
        var left = patience.alone().minusNanos(waitedNanos);
        return left.isPositive() && left.compareTo(pause) < 0 ? left : pause;
    }

    /// Whether it would be of no use to keep a citizen waiting for the branch.
    private boolean isAwayForLong() {
        return branch.away().compareTo(patience.alone()) >= 0;
    }

    /// From here on the branch's answer to the request, should it come, counts no more: nobody
    /// hears it, and the ticket names it as unanswered.
    private Optional<Given> giveAlone(Course course, Duration waited, boolean asked) {
        var offer = branch.view().offer();
        var wish = course.begun().wish();
        // Only the branch knows whether a booking is true, and it would be lost on such a ticket.
        if (offer.isEmpty() || course.isEnded() || wish.booking().isPresent()) {
            return Optional.empty();
        }
        var slip =
                alone.give(
                        course.request(),
                        wish.services(),
                        wish.language().tag(),
                        wish.ground(),
                        waited.isNegative() ? Duration.ZERO : waited,
                        asked,
                        offer.get());
        var given = slip.map(this::byKiosk);
        given.ifPresent(ticket -> course.become(new Stage.Printing(ticket)));
        return given;
    }

    private Given byKiosk(Slip slip) {
        return new Given.ByKiosk(slip, address.of(slip));
    }

    private static void log(Kept begun, String why) {
        LOG.log(Level.WARNING, "no answer yet to {0}: {1}", begun.request(), why);
    }

    /// @param known why it is not printed at first
    private void handOut(Course course, Given given, Optional<Why> known)
            throws InterruptedException {
        boolean copy = false;
        var why = known.isPresent() ? known : print(course, given, copy);
        while (why.isPresent()) {
            copy |= why.get().mayBePrinted();
            course.become(new Stage.OnScreen(given, why.get()));
            var said = course.await(patience.onScreen());
            if (said.isEmpty()) {
                if (!course.isEnded()) {
                    tell(course, given, new How.Failed(why.get().reason()));
                    course.end();
                }
                return;
            }
            if (said.get() == Word.HAD) {
                tell(course, given, new How.Shown());
                return;
            }
            course.become(new Stage.Printing(given));
            why = print(course, given, copy);
        }
        course.become(new Stage.Printed(given));
        tell(course, given, new How.Printed());
    }

    private Optional<Why> print(Course course, Given given, boolean copy) {
        var begun = course.begun();
        var offer = branch.view().offer();
        if (offer.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "{0} cannot be printed before the branch answers",
                    given.number());
            return Optional.of(Why.OFFLINE);
        }
        byte[] ticket;
        try {
            ticket =
                    switch (given) {
                        case Given.ByBranch(var issued) ->
                                paper.press(
                                        begun.wish(), begun.touched(), issued, offer.get(), copy);
                        case Given.ByKiosk(var slip, var page) ->
                                paper.pressOffline(
                                        begun.wish(),
                                        slip.touched(),
                                        slip.number(),
                                        page,
                                        offer.get(),
                                        copy);
                    };
        } catch (IllegalArgumentException e) {
            // A name that no ticket can carry must not cost the citizen the number.
            LOG.log(Level.ERROR, given.number() + " cannot be drawn", e);
            return Optional.of(Why.OFFLINE);
        }
        var outcome = printer.print(ticket);
        printerWatch.nudge();
        LOG.log(Level.INFO, "{0}: {1}", given.number(), outcome);
        return Why.of(outcome);
    }

    /// A disk that takes nothing must not cost the citizen a ticket that is issued: it is printed
    /// and told all the same, and only a restart at this moment would not know how far it was.
    private void keep(Kept kept) {
        try {
            outbox.keep(kept);
        } catch (UncheckedIOException e) {
            LOG.log(Level.ERROR, "goes on without the disk", e);
        }
    }

    /// On the disk before anybody hears of it.
    private void tell(Course course, Given given, How how) {
        switch (given) {
            case Given.ByBranch(var issued) -> {
                var handing = new Kept.Handing(new RequestId(UUID.randomUUID()), how);
                var kept = course.begun().answered(issued).handing(handing);
                keep(kept);
                handOvers.add(kept);
            }
            case Given.ByKiosk(var slip, _) -> {
                try {
                    alone.tell(slip, Optional.of(how));
                    outbox.forget(course.request());
                } catch (UncheckedIOException e) {
                    LOG.log(Level.ERROR, "goes on without the disk", e);
                }
                if (!(how instanceof How.Failed)) {
                    course.handed();
                }
            }
        }
    }
}
