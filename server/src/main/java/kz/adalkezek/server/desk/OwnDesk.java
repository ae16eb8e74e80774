package kz.adalkezek.server.desk;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import kz.adalkezek.queue.Desk;
import kz.adalkezek.queue.Desk.Work;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.Policy;
import kz.adalkezek.queue.Visit;
import kz.adalkezek.queue.VisitId;
import kz.adalkezek.server.branch.Branch;
import kz.adalkezek.server.branch.Tickets;
import kz.adalkezek.server.edge.Documents;
import org.jspecify.annotations.Nullable;

/// What only the desk's own staff see: what the citizen wants, and from when on the law allows
/// what. A screen counts down to these instants and knows no rule itself.
final class OwnDesk {

    private final Branch branch;
    private final Tickets tickets;
    private final ZoneId zone;

    OwnDesk(Branch branch, Tickets tickets, ZoneId zone) {
        this.branch = branch;
        this.tickets = tickets;
        this.zone = zone;
    }

    /// Adds to the state that everybody may see.
    void describe(Map<String, @Nullable Object> state, Line line, DeskId id) {
        var now = branch.now();
        state.put("now", time(now));
        var bar = line.hall().bars().get(id).filter(now::isBefore);
        bar.ifPresent(until -> state.put("callFrom", time(until)));
        var desk = line.hall().desks().get(id);
        var visit = desk.flatMap(Desk::visit).flatMap(line.people()::visit);
        visit.ifPresent(known -> wanted(state, known));
        if (desk.isPresent() && desk.get().work() instanceof Work.Serving(var served)) {
            state.put("startedAt", time(started(line, served)));
        }
        if (desk.isPresent() && desk.get().work() instanceof Work.Direct(var service)) {
            state.put("startedAt", time(tickets.entry(service.index()).at()));
        }
        var policy = line.rulebook().policyAt(now);
        if (desk.isPresent()
                && policy.isPresent()
                && desk.get().work() instanceof Work.Calling(var call)) {
            allowed(state, call, policy.get());
            desk.get()
                    .undoableUntil(line.people(), policy.get().undoSeconds())
                    .filter(until -> !now.isAfter(until))
                    .ifPresent(until -> state.put("undoUntil", time(until)));
        }
    }

    private void wanted(Map<String, @Nullable Object> state, Visit visit) {
        state.put("arrival", time(visit.arrival()));
        state.put("leg", visit.leg() + 1);
        state.put("legs", visit.legs().size());
        state.put("groundClaimed", visit.ground() == Visit.Ground.CLAIMED);
        state.put("groundShown", visit.ground() == Visit.Ground.SHOWN);
        branch.openings()
                .of(visit.id())
                .ifPresent(opening -> {
                    state.put("services", opening.services());
                    state.put("added", branch.openings().added(visit.id()));
                    state.put("documents", Documents.of(branch.openings().annexes(visit.id())));
                    state.put("language", opening.language());
                    state.put("people", opening.people());
                    if (!opening.ground().isEmpty()) {
                        state.put("ground", opening.ground());
                    }
                });
    }

    private void allowed(Map<String, @Nullable Object> state, Desk.Call call, Policy policy) {
        state.put("calledAt", time(call.at()));
        state.put("recallFrom", time(call.repeatableFrom(policy.recallSpacing())));
        state.put("counted", call.counted(policy.noShow().apart()).size());
        call.unansweredFrom(policy.noShow()).ifPresent(from -> state.put("noShowFrom", time(from)));
    }

    /// When the service that is going on began; an undone call has not interrupted it.
    private Instant started(Line line, VisitId visit) {
        var served = line.people().visit(visit);
        for (long i = served.map(Visit::moved).orElse(visit.index()); i > visit.index(); i--) {
            var entry = tickets.entry(i);
            if (entry.event() instanceof Event.ServiceStarted(var who, _) && who.equals(visit)) {
                return entry.at();
            }
        }
        throw new IllegalStateException("visit " + visit + " is served and was never started");
    }

    private String time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, zone).toString();
    }
}
