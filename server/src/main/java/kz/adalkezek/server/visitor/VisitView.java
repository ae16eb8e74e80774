package kz.adalkezek.server.visitor;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.Visit;
import kz.adalkezek.queue.Visit.Stage;
import kz.adalkezek.queue.VisitId;
import kz.adalkezek.server.branch.Branch;
import kz.adalkezek.server.branch.Tickets;
import kz.adalkezek.server.branch.Waits;
import kz.adalkezek.server.edge.Documents;
import kz.adalkezek.server.edge.Edge;
import org.jspecify.annotations.Nullable;

/// A visit as its holder may see it.
public final class VisitView {

    private final Branch branch;
    private final Tickets tickets;
    private final Waits waits;
    private final ZoneId zone;

    public VisitView(Branch branch, Tickets tickets, Waits waits, ZoneId zone) {
        this.branch = branch;
        this.tickets = tickets;
        this.waits = waits;
        this.zone = zone;
    }

    Map<String, @Nullable Object> of(VisitId id) {
        var view = new LinkedHashMap<String, @Nullable Object>();
        var line = branch.lineNow();
        var visit = line.people().visit(id);
        view.put("index", id.index());
        if (visit.isPresent()) {
            describe(view, line, visit.get());
        } else if (tickets.entry(id.index()).event() instanceof Event.TicketIssued issued) {
            // A ticket of a business day that is over.
            view.put("number", issued.number().toString());
            view.put("state", "over");
        }
        branch.openings()
                .of(id)
                .ifPresent(opening -> {
                    view.put("services", opening.services());
                    view.put("added", branch.openings().added(id));
                    view.put("documents", Documents.of(branch.openings().annexes(id)));
                    view.put("language", opening.language());
                    view.put("people", opening.people());
                    view.put("ground", opening.ground().isEmpty() ? null : opening.ground());
                });
        return view;
    }

    private void describe(Map<String, @Nullable Object> view, Line line, Visit visit) {
        view.put("number", visit.number().toString());
        view.put("state", state(visit.stage()));
        view.put("group", visit.group().value());
        view.put("leg", visit.leg() + 1);
        view.put("legs", visit.legs().size());
        view.put("arrival", time(visit.arrival()));
        visit.slot()
                .ifPresent(slot -> {
                    view.put("slot", time(slot.at()));
                    view.put("inTime", slot.isKeptBy(visit.arrival()));
                });
        switch (visit.stage()) {
            case Stage.Reserved _, Stage.Waiting _ -> {
                visit.only().ifPresent(only -> view.put("waitsFor", only.counter()));
                view.put("ahead", line.people().ahead(visit));
                view.put("wait", Edge.wait(waits.expected(visit, branch.now())));
            }
            case Stage.Called(var desk, _) -> view.put("counter", desk.counter());
            case Stage.Serving(var desk) -> view.put("counter", desk.counter());
            case Stage.Parked(var until) -> until.ifPresent(back -> view.put("until", time(back)));
            case Stage.Unanswered _, Stage.Voided _, Stage.Left _, Stage.Finished _ -> {}
        }
        if (visit.once().contains(Visit.Once.OFFLINE)) {
            // Calls before could not know of it.
            view.put("offline", Map.of("knownFrom", time(visit.issued())));
        }
        if (visit.once().contains(Visit.Once.COMING)) {
            view.put("coming", true);
        }
        if (visit.once().contains(Visit.Once.RATED)) {
            view.put("rated", true);
        }
        view.put("overtaken", visit.overtakes().size());
    }

    String time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, zone).toString();
    }

    private static String state(Stage stage) {
        return switch (stage) {
            case Stage.Reserved _ -> "reserved";
            case Stage.Waiting _ -> "waiting";
            case Stage.Called _ -> "called";
            case Stage.Serving _ -> "serving";
            case Stage.Parked _ -> "parked";
            case Stage.Unanswered _ -> "no-show";
            case Stage.Voided _ -> "void";
            case Stage.Left _ -> "left";
            case Stage.Finished _ -> "finished";
        };
    }
}
