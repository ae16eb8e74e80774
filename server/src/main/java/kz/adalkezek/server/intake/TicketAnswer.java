package kz.adalkezek.server.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.VisitId;
import kz.adalkezek.server.branch.Branch;
import kz.adalkezek.server.branch.Tickets;
import kz.adalkezek.server.branch.Tickets.Taken;
import kz.adalkezek.server.branch.Waits;
import kz.adalkezek.server.edge.Edge;
import kz.adalkezek.server.web.Problem;
import kz.adalkezek.server.web.ProblemCode;

/// A ticket as whoever took it is told. Number, index and token are those of the first time; the
/// rest is as of now.
final class TicketAnswer {

    private final Branch branch;
    private final Tickets tickets;
    private final Waits waits;

    TicketAnswer(Branch branch, Tickets tickets, Waits waits) {
        this.branch = branch;
        this.tickets = tickets;
        this.waits = waits;
    }

    /// What was taken, or why nothing was.
    Taken.Ticket ticket(Taken taken) {
        return switch (taken) {
            case Taken.Ticket ticket -> ticket;
            case Taken.UnknownService(var code) ->
                    throw Problem.of(ProblemCode.UNKNOWN_SERVICE, Map.of("service", code))
                            .asException();
            case Taken.UnknownGround(var code) ->
                    throw Problem.of(ProblemCode.UNKNOWN_GROUND, Map.of("ground", code))
                            .asException();
            case Taken.Not(var outcome) ->
                    throw new IllegalStateException(
                            "no ticket and no refusal: " + Edge.decided(outcome));
        };
    }

    /// What it is called: for a kiosk that has printed it long ago.
    Map<String, Object> name(Entry entry) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("number", issued(entry).number().toString());
        answer.put("index", entry.index());
        branch.openings()
                .of(new VisitId(entry.index()))
                .ifPresent(opening -> answer.put("token", opening.token()));
        return answer;
    }

    Map<String, Object> of(Entry entry) {
        var line = branch.line();
        var id = new VisitId(entry.index());
        var issued = issued(entry);
        var answer = name(entry);
        var visit = line.people().visit(id);
        issued.checkIn()
                .ifPresent(used -> {
                    answer.put("slot", branch.local(used.slot()).toString());
                    // A kiosk that was shown a code alone has to print what it was for.
                    branch.openings()
                            .of(id)
                            .ifPresent(opening -> answer.put("services", opening.services()));
                });
        visit.ifPresent(known -> {
            known.slot().ifPresent(slot -> answer.put("inTime", slot.isKeptBy(known.arrival())));
            answer.put("ahead", line.people().ahead(known));
            answer.put("wait", Edge.wait(waits.expected(known, branch.now())));
        });
        tickets.receipt(entry).ifPresent(receipt -> answer.put("receipt", receipt));
        return answer;
    }

    private static Event.TicketIssued issued(Entry entry) {
        if (entry.event() instanceof Event.TicketIssued issued) {
            return issued;
        }
        // The id was used before, for a command that gave no ticket.
        throw Problem.of(ProblemCode.REQUEST_REUSED).asException();
    }
}
