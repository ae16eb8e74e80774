package kz.adalkezek.kiosk.errand;

import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import kz.adalkezek.kiosk.link.BranchLink;
import kz.adalkezek.kiosk.link.BranchWatch;
import kz.adalkezek.kiosk.link.Issued;
import kz.adalkezek.kiosk.link.Reply;
import kz.adalkezek.kiosk.print.Printer;
import kz.adalkezek.queue.RequestId;

/// Prints a ticket of this kiosk once more for whoever holds its code before the scanner, marked as
/// a copy. The branch hears of it first, so its log may hold a copy that did not come out, and
/// never misses one that did. Safe for several threads.
public final class Copies {

    /// Of one ticket, beside the first paper.
    public static final int COPIES_MAX = 2;

    private static final System.Logger LOG = System.getLogger("kezek.errand");

    private final Errands errands;
    private final BranchLink link;
    private final BranchWatch branch;
    private final TicketPaper paper;
    private final Printer printer;
    private final ReentrantLock turn = new ReentrantLock();

    /// Guarded by itself. More than are remembered as given lately need not be counted.
    private final Map<RequestId, Integer> made =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<RequestId, Integer> eldest) {
                    return size() > Errands.REMEMBERED;
                }
            };

    public Copies(
            Errands errands,
            BranchLink link,
            BranchWatch branch,
            TicketPaper paper,
            Printer printer) {
        this.errands = errands;
        this.link = link;
        this.branch = branch;
        this.paper = paper;
        this.printer = printer;
    }

    /// The errand whose ticket has this token, if this kiosk gave it lately and may copy it.
    public Optional<RequestId> of(String token) {
        return errands.lately(token).map(Errand::request).filter(this::isLeft);
    }

    /// Returns when the paper is out, or cannot come out.
    ///
    /// @return whether it is; false also where there is no such ticket, or another errand is on
    public boolean print(RequestId request) throws InterruptedException {
        if (!turn.tryLock()) {
            return false;
        }
        try {
            var errand = errands.errand(request).filter(it -> isLeft(it.request()));
            var issued = errand.flatMap(Errand::issued);
            var offer = branch.view().offer();
            if (errand.isEmpty()
                    || issued.isEmpty()
                    || offer.isEmpty()
                    || errands.current().isPresent()
                    || !isNoted(errand.get())) {
                return false;
            }
            synchronized (made) {
                made.merge(request, 1, Integer::sum);
            }
            return isPrinted(errand.get(), issued.get());
        } finally {
            turn.unlock();
        }
    }

    private boolean isLeft(RequestId request) {
        synchronized (made) {
            return made.getOrDefault(request, 0) < COPIES_MAX;
        }
    }

    private boolean isNoted(Errand errand) throws InterruptedException {
        var language = errand.wish().language().tag();
        var copy = new RequestId(UUID.randomUUID());
        var answer = link.reprint(errand.request(), copy, language);
        if (answer instanceof Reply.Answer<Boolean>) {
            return true;
        }
        LOG.log(Level.WARNING, "no copy of {0}: {1}", errand.request(), answer);
        return false;
    }

    private boolean isPrinted(Errand errand, Issued issued) {
        var offer = branch.view().offer();
        if (offer.isEmpty()) {
            return false;
        }
        var ticket = paper.press(errand.wish(), errand.touched(), issued, offer.get(), true);
        var outcome = printer.print(ticket);
        LOG.log(Level.INFO, "a copy of {0}: {1}", issued.number(), outcome);
        return Why.of(outcome).isEmpty();
    }
}
