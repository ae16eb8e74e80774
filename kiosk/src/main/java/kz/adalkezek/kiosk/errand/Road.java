package kz.adalkezek.kiosk.errand;

import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import kz.adalkezek.kiosk.link.BranchLink;
import kz.adalkezek.kiosk.link.BranchLink.How;
import kz.adalkezek.kiosk.link.BranchWatch;
import kz.adalkezek.kiosk.link.Issued;
import kz.adalkezek.kiosk.link.Reply;
import kz.adalkezek.kiosk.print.Printer;
import kz.adalkezek.queue.RequestId;

/// The road of one errand, in reading order: ask, print, hand over. It waits for branch, printer
/// and citizen, so each errand walks it on a thread of its own.
final class Road {

    private static final System.Logger LOG = System.getLogger("kezek.errand");

    private final Outbox outbox;
    private final HandOvers handOvers;
    private final BranchLink link;
    private final BranchWatch branch;
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
            TicketPaper paper,
            Printer printer,
            PrinterWatch printerWatch,
            InstantSource clock,
            Patience patience) {
        this.outbox = outbox;
        this.handOvers = handOvers;
        this.link = link;
        this.branch = branch;
        this.paper = paper;
        this.printer = printer;
        this.printerWatch = printerWatch;
        this.clock = clock;
        this.patience = patience;
    }

    void walk(Course course) throws InterruptedException {
        var answer = course.begun().answer();
        if (answer.isPresent()) {
            // The process before this one may have printed it, so nothing is printed unasked.
            handOut(course, answer.get(), Optional.of(Why.SILENT));
        } else {
            var issued = ask(course);
            if (issued.isPresent()) {
                keep(course.begun().answered(issued.get()));
                handOut(course, issued.get(), Optional.empty());
            }
        }
        course.await(patience.shown());
    }

    /// Sends the same request until the branch answers it, the citizen gives up, or it is too late
    /// to be of use.
    private Optional<Issued> ask(Course course) throws InterruptedException {
        var begun = course.begun();
        var age = Duration.between(begun.touched(), clock.instant());
        long until = System.nanoTime() + patience.ask().minus(age).toNanos();
        for (int attempt = 0; ; attempt++) {
            // Without an offer the ticket could not be printed; the branch is out of reach anyway.
            if (branch.view().offer().isPresent()) {
                switch (link.take(begun.request(), begun.wish().asked(begun.touched()))) {
                    case Reply.Answer<Issued>(var issued) -> {
                        if (course.become(new Stage.Printing(issued))) {
                            return Optional.of(issued);
                        }
                    }
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
            var said = course.await(patience.pause(attempt));
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

    private static void log(Kept begun, String why) {
        LOG.log(Level.WARNING, "no answer yet to {0}: {1}", begun.request(), why);
    }

    /// @param known why it is not printed at first
    private void handOut(Course course, Issued issued, Optional<Why> known)
            throws InterruptedException {
        boolean copy = false;
        var why = known.isPresent() ? known : print(course, issued, copy);
        while (why.isPresent()) {
            copy |= why.get().mayBePrinted();
            course.become(new Stage.OnScreen(issued, why.get()));
            var said = course.await(patience.onScreen());
            if (said.isEmpty()) {
                if (!course.isEnded()) {
                    handOvers.add(told(course, issued, new How.Failed(why.get().reason())));
                    course.end();
                }
                return;
            }
            if (said.get() == Word.HAD) {
                handOvers.add(told(course, issued, new How.Shown()));
                return;
            }
            course.become(new Stage.Printing(issued));
            why = print(course, issued, copy);
        }
        var told = told(course, issued, new How.Printed());
        course.become(new Stage.Printed(issued));
        handOvers.add(told);
    }

    private Optional<Why> print(Course course, Issued issued, boolean copy) {
        var begun = course.begun();
        var offer = branch.view().offer();
        if (offer.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "{0} cannot be printed before the branch answers",
                    issued.number());
            return Optional.of(Why.OFFLINE);
        }
        byte[] ticket;
        try {
            ticket = paper.press(begun.wish(), begun.touched(), issued, offer.get(), copy);
        } catch (IllegalArgumentException e) {
            // A name that no ticket can carry must not cost the citizen the number.
            LOG.log(Level.ERROR, issued.number() + " cannot be drawn", e);
            return Optional.of(Why.OFFLINE);
        }
        var outcome = printer.print(ticket);
        printerWatch.nudge();
        LOG.log(Level.INFO, "{0}: {1}", issued.number(), outcome);
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
    private Kept told(Course course, Issued issued, How how) {
        var handing = new Kept.Handing(new RequestId(UUID.randomUUID()), how);
        var kept = course.begun().answered(issued).handing(handing);
        keep(kept);
        return kept;
    }
}
