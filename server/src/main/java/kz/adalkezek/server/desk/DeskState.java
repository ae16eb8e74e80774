package kz.adalkezek.server.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.adalkezek.queue.Desk;
import kz.adalkezek.queue.Desk.Work;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.Visit;
import kz.adalkezek.queue.VisitId;
import kz.adalkezek.queue.Wishes.Wish;
import org.jspecify.annotations.Nullable;

/// How a desk stands, as a log index could tell everybody: no service, no language, no ground.
final class DeskState {

    private DeskState() {}

    /// @param wish what the desk has asked for, once it is free
    /// @param ready show a desk in wrap-up as ready: it has just asked for the next person
    static Map<String, @Nullable Object> of(
            Line line, DeskId id, Optional<Wish> wish, boolean ready) {
        var state = new LinkedHashMap<String, @Nullable Object>();
        var desk = line.hall().desks().get(id);
        state.put("counter", id.counter());
        line.hall().counters().get(id).ifPresent(hall -> state.put("hall", hall.value()));
        state.put("state", desk.map(open -> word(open.work(), ready)).orElse("closed"));
        var visit = desk.flatMap(open -> shown(open, ready)).flatMap(v -> line.people().visit(v));
        state.put("number", visit.map(known -> known.number().toString()).orElse(null));
        visit.ifPresent(known -> state.put("visit", known.id().index()));
        desk.ifPresent(open -> describe(state, open, visit));
        wish.ifPresent(asked -> state.put(word(asked), true));
        return state;
    }

    private static void describe(
            Map<String, @Nullable Object> state, Desk desk, Optional<Visit> visit) {
        if (desk.work() instanceof Work.Calling(var call)) {
            state.put("index", call.attempts().getLast().index());
            state.put("call", call.index());
            state.put("calls", call.attempts().size());
        }
        if (desk.work() instanceof Work.Direct) {
            state.put("direct", true);
        }
        if (desk.work() instanceof Work.Paused(var reason)) {
            state.put("reason", reason.value());
        }
        visit.ifPresent(known -> state.put("group", known.group().value()));
        state.put("primary", desk.primary().stream().map(Object::toString).toList());
        state.put("secondary", desk.secondary().stream().map(Object::toString).toList());
    }

    /// What happens once the visit is over.
    private static String word(Wish wish) {
        return switch (wish) {
            case Wish.Close _ -> "closing";
            case Wish.Pause _ -> "pausing";
        };
    }

    private static String word(Work work, boolean ready) {
        return switch (work) {
            case Work.Ready _ -> "ready";
            case Work.Calling _ -> "called";
            case Work.Serving _, Work.Direct _ -> "serving";
            case Work.Paused _ -> "paused";
            case Work.WrapUp _ -> ready ? "ready" : "wrap-up";
        };
    }

    private static Optional<VisitId> shown(Desk desk, boolean ready) {
        return desk.work() instanceof Work.WrapUp(var visit, _) && !ready
                ? Optional.of(visit)
                : desk.visit();
    }
}
