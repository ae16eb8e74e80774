package kz.adalkezek.kiosk.offline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.adalkezek.kiosk.disk.ForcedFile;
import kz.adalkezek.kiosk.link.AloneLink;
import kz.adalkezek.kiosk.link.AloneLink.Fate;
import kz.adalkezek.kiosk.link.AloneLink.Handed;
import kz.adalkezek.kiosk.link.BranchLink.How;
import kz.adalkezek.kiosk.link.BranchProblem;
import kz.adalkezek.kiosk.link.Reply;
import kz.adalkezek.queue.Block;
import kz.adalkezek.queue.RequestId;

/// Hands over to the branch what the kiosk has given alone, oldest first, in batches. Every ticket
/// keeps its request, so a batch sent twice happens once. One thread.
final class HandOver {

    private static final System.Logger LOG = System.getLogger("kezek.offline");

    /// The branch says so of itself or of the kiosk, not of a ticket.
    private static final Set<String> NOT_OF_THE_TICKET =
            Set.of(
                    "not-signed-in",
                    "forbidden",
                    "not-found",
                    "method-not-allowed",
                    "busy",
                    "not-ready",
                    "no-space",
                    "internal-fault",
                    "day-not-open");

    private final Alone alone;
    private final AloneLink link;
    private final Path refused;
    private boolean signed = true;
    private String lastFault = "";

    /// @param refused where a person finds what the branch did not take
    HandOver(Alone alone, AloneLink link, Path refused) {
        this.alone = alone;
        this.link = link;
        this.refused = refused;
    }

    /// @return whether the branch has everything
    /// @throws UncheckedIOException if the journal cannot be written
    boolean run() throws InterruptedException {
        int size = AloneLink.BATCH_MAX;
        while (true) {
            var owed = alone.journal().owed();
            var batch = new ArrayList<Handed>();
            for (var one : owed) {
                if (one.told().isEmpty() || batch.size() == size) {
                    break;
                }
                batch.add(handed(one.slip(), one.told().get()));
            }
            if (batch.isEmpty()) {
                fileAway();
                return owed.isEmpty();
            }
            switch (link.handOver(batch, owed.size() - batch.size(), signed)) {
                case Reply.Answer<List<Fate>>(var fates) -> {
                    if (!take(batch, fates)) {
                        return false;
                    }
                    size = AloneLink.BATCH_MAX;
                }
                case Reply.Refusal<List<Fate>>(var problem) -> {
                    if (NOT_OF_THE_TICKET.contains(problem.code())) {
                        return later(problem.code());
                    }
                    if (isWithoutKey(problem)) {
                        signed = false;
                    } else if (batch.size() == 1) {
                        if (!refuse(batch.getFirst(), problem)) {
                            return false;
                        }
                        size = AloneLink.BATCH_MAX;
                    } else {
                        // One of them is wrong, and alone it is found.
                        size = 1;
                    }
                }
                case Reply.NotNow<List<Fate>>(var why) -> {
                    return later(why);
                }
                case Reply.Strange<List<Fate>>(var what) -> {
                    return later("it answers something else: " + what);
                }
            }
        }
    }

    /// Takes the answers up to the first refusal; those behind it are sent once more, because a
    /// number that was refused stands in the way of the next ones.
    private boolean take(List<Handed> batch, List<Fate> fates) throws InterruptedException {
        fault("");
        Optional<Handed> last = Optional.empty();
        for (int i = 0; i < fates.size(); i++) {
            var problem = fates.get(i).refused();
            if (problem.isPresent()) {
                last.ifPresent(this::merged);
                if (isWithoutKey(problem.get())) {
                    signed = false;
                    return true;
                }
                return NOT_OF_THE_TICKET.contains(problem.get().code())
                        ? later(problem.get().code())
                        : refuse(batch.get(i), problem.get());
            }
            last = Optional.of(batch.get(i));
        }
        last.ifPresent(this::merged);
        return true;
    }

    /// A kiosk that was paired by hand has no key there, and signatures are not taken from it.
    private boolean isWithoutKey(BranchProblem problem) {
        return signed && problem.is("signature-wrong");
    }

    private void merged(Handed last) {
        alone.journal().merged(last.entry().entry());
        LOG.log(
                Level.INFO,
                "the branch has all tickets up to {0}, entry {1}",
                last.entry().number(),
                last.entry().entry());
    }

    /// The ticket is lost for the queue: said loudly, kept for a person, and its number given back
    /// so that the log shows the gap as one.
    private boolean refuse(Handed ticket, BranchProblem problem) throws InterruptedException {
        var entry = ticket.entry();
        LOG.log(
                Level.ERROR,
                "THE BRANCH REFUSES {0}, WHICH A CITIZEN HOLDS: {1} ({2}). It stands in {3}",
                entry.number(),
                problem.detail(),
                problem.code(),
                refused);
        var ordinal = entry.number().ordinal();
        var block = new Block(entry.number().letter(), ordinal, ordinal, entry.day());
        switch (link.release(new RequestId(UUID.randomUUID()), block)) {
            case Reply.Answer<Block> _ -> {}
            case Reply.Refusal<Block>(var why) ->
                    LOG.log(
                            Level.ERROR,
                            "the number {0} could not be given back either: {1}",
                            entry.number(),
                            why.code());
            case Reply.NotNow<Block>(var why) -> {
                return later(why);
            }
            case Reply.Strange<Block>(var what) -> {
                return later("it answers something else: " + what);
            }
        }
        keepForAPerson(ticket, problem);
        alone.journal().refused(entry.entry(), problem.code());
        return true;
    }

    private void keepForAPerson(Handed ticket, BranchProblem problem) {
        var line =
                "%s %s entry %d touched %s: %s %s%n"
                        .formatted(
                                ticket.entry().day(),
                                ticket.entry().number(),
                                ticket.entry().entry(),
                                ticket.entry().touched(),
                                problem.code(),
                                problem.detail());
        try (var channel =
                FileChannel.open(
                        refused,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND)) {
            ForcedFile.append(channel, line.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("could not keep what the branch refused", e);
        }
    }

    private void fileAway() {
        try {
            alone.settle();
        } catch (IOException e) {
            throw new UncheckedIOException("could not file the journal away", e);
        }
    }

    private boolean later(String why) {
        fault(why);
        return false;
    }

    private void fault(String why) {
        if (!why.equals(lastFault)) {
            lastFault = why;
            if (!why.isEmpty()) {
                LOG.log(Level.WARNING, "the branch does not take tickets yet: {0}", why);
            }
        }
    }

    private static Handed handed(Slip slip, Optional<How> how) {
        return new Handed(
                slip.entry(),
                slip.signature(),
                slip.nonce(),
                slip.services(),
                slip.language(),
                slip.ground(),
                slip.unanswered(),
                how);
    }
}
