package kz.adalkezek.kiosk.link;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.kiosk.link.BranchLink.How;
import kz.adalkezek.queue.Block;
import kz.adalkezek.queue.KioskEntry;
import kz.adalkezek.queue.RequestId;

/// What a kiosk says to the branch about the hours without it (`docs/api.md`).
public final class AloneLink {

    /// As many tickets go in one request.
    public static final int BATCH_MAX = 100;

    private static final int LEASES_MAX = 1_000;
    private static final int TEXT_MAX_CHARS = 60;
    private static final long SIZE_MAX = 1L << 40;
    private static final String LANGUAGE = "kk";

    private final BranchLink link;

    public AloneLink(BranchLink link) {
        this.link = link;
    }

    /// One ticket to be handed over.
    ///
    /// @param ground a code of the policy
    /// @param how nothing where nobody knows
    public record Handed(
            KioskEntry entry,
            String signature,
            String nonce,
            List<String> services,
            String language,
            Optional<String> ground,
            Optional<RequestId> unanswered,
            Optional<How> how) {

        public Handed {
            services = List.copyOf(services);
        }
    }

    /// What the branch made of one ticket, under the ticket's own request.
    ///
    /// @param refused nothing where it is merged
    public record Fate(RequestId request, Optional<BranchProblem> refused) {}

    /// @param now by the clock of the branch
    /// @param size of its log
    public record Beat(Instant now, long size) {}

    /// What the branch still sees of this kiosk's leases.
    public Reply<List<Block>> leases() throws InterruptedException {
        return link.send(
                link.get("leases"),
                LANGUAGE,
                body -> {
                    var leases = new ArrayList<Block>();
                    for (var lease : Reading.of(body).objects("leases", LEASES_MAX)) {
                        leases.add(block(lease));
                    }
                    return leases;
                });
    }

    /// Takes that many further numbers for the day that is open.
    public Reply<Block> lease(RequestId request, char letter, int count)
            throws InterruptedException {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("letter", Character.toString(letter)).put("count", count);
        return link.send(
                link.put("leases/" + request, body.toString()),
                LANGUAGE,
                answer -> block(Reading.of(answer)));
    }

    /// Gives numbers back that nobody will get: the next ones of a lease.
    public Reply<Block> release(RequestId request, Block block) throws InterruptedException {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("letter", Character.toString(block.letter()))
                .put("from", block.from())
                .put("to", block.to())
                .put("day", block.day().toString());
        return link.send(
                link.put("leases/" + request + "/released", body.toString()),
                LANGUAGE,
                answer -> block(Reading.of(answer)));
    }

    /// Hands tickets over, 1 to [#BATCH_MAX], oldest first.
    ///
    /// @param pending how many remain after these
    /// @param signed whether the branch knows the kiosk's key; else it takes no signature
    /// @return a fate for each in the same order, up to the first that is refused
    public Reply<List<Fate>> handOver(List<Handed> tickets, int pending, boolean signed)
            throws InterruptedException {
        var body = JsonNodeFactory.instance.objectNode().put("pending", pending);
        var list = body.putArray("tickets");
        tickets.forEach(ticket -> write(ticket, signed, list.addObject()));
        return link.send(
                link.post("offline", body.toString()),
                LANGUAGE,
                answer -> fates(Reading.of(answer), tickets));
    }

    /// Says that the kiosk lives, which time it has, and how far its journal is.
    ///
    /// @param head of the journal
    /// @param signature over the sentence of [#beatStatement]
    public Reply<Beat> beat(Instant now, long entries, String head, String signature)
            throws InterruptedException {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("now", now.toString())
                .put("entries", entries)
                .put("head", head)
                .put("signature", signature);
        return link.send(
                link.post("kiosks/heartbeat", body.toString()),
                LANGUAGE,
                answer -> {
                    var beat = Reading.of(answer);
                    var said = beat.instantIfAny("now");
                    if (said.isEmpty()) {
                        throw beat.wrong("now", "is missing");
                    }
                    return new Beat(said.get().toInstant(), beat.number("size", SIZE_MAX));
                });
    }

    /// What a heartbeat signs.
    public static String beatStatement(String device, Instant now, long entries, String head) {
        return "adal-kezek.kz/kiosk-heartbeat\n"
                + device
                + "\n"
                + now.toEpochMilli()
                + "\n"
                + entries
                + "\n"
                + head
                + "\n";
    }

    private static void write(Handed ticket, boolean signed, ObjectNode form) {
        var entry = ticket.entry();
        form.put("request", entry.request().toString())
                .put("number", entry.number().toString())
                .put("day", entry.day().toString());
        ticket.services().forEach(form.putArray("services")::add);
        form.put("language", ticket.language());
        ticket.ground().ifPresent(ground -> form.put("ground", ground));
        form.put("touched", entry.touched().toString())
                .put("policy", entry.policy())
                .put("nonce", ticket.nonce());
        ticket.how()
                .ifPresent(how -> {
                    switch (how) {
                        case How.Printed _ -> form.put("how", "printed");
                        case How.Shown _ -> form.put("how", "shown");
                        case How.Failed(var reason) ->
                                form.put("how", "failed").put("reason", reason.value());
                    }
                });
        ticket.unanswered().ifPresent(request -> form.put("unanswered", request.toString()));
        if (signed) {
            form.put("entry", entry.entry())
                    .put("previous", entry.previous())
                    .put("signature", ticket.signature());
        }
    }

    private static List<Fate> fates(Reading answer, List<Handed> tickets)
            throws StrangeAnswerException {
        var fates = new ArrayList<Fate>();
        for (var fate : answer.objects("tickets", BATCH_MAX)) {
            var request = request(fate);
            var problem = fate.objectIfAny("problem");
            fates.add(
                    new Fate(
                            request,
                            problem.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(BranchLink.problem(problem.get()))));
        }
        var asked = tickets.stream().map(ticket -> ticket.entry().request()).toList();
        var told = fates.stream().map(Fate::request).toList();
        // Behind the first that it refuses the branch tries none.
        boolean all = told.equals(asked);
        boolean some =
                !told.isEmpty()
                        && told.size() < asked.size()
                        && told.equals(asked.subList(0, told.size()))
                        && fates.getLast().refused().isPresent();
        if (!all && !some) {
            throw answer.wrong("tickets", "are not those that were handed over");
        }
        return fates;
    }

    private static RequestId request(Reading fate) throws StrangeAnswerException {
        try {
            return RequestId.parse(fate.text("request", TEXT_MAX_CHARS));
        } catch (IllegalArgumentException e) {
            throw new StrangeAnswerException(String.valueOf(e.getMessage()));
        }
    }

    private static Block block(Reading block) throws StrangeAnswerException {
        try {
            return new Block(
                    block.text("letter", 1).charAt(0),
                    (int) block.number("from", Integer.MAX_VALUE),
                    (int) block.number("to", Integer.MAX_VALUE),
                    LocalDate.parse(block.text("day", TEXT_MAX_CHARS)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new StrangeAnswerException(String.valueOf(e.getMessage()));
        }
    }
}
