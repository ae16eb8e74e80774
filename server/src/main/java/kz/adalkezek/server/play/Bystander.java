package kz.adalkezek.server.play;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.VisitId;

/// Lets a played citizen notice what somebody who is not played does with the visit at a counter.
/// At the counters of played clerks nobody needs it: these speak with each other.
final class Bystander {

    private static final Duration AWAY = Duration.ofMinutes(5);
    private static final Duration MORE = Duration.ofMinutes(6);

    private final Floor floor;

    Bystander(Floor floor) {
        this.floor = floor;
    }

    void sees(Event event, Instant now) {
        switch (event) {
            case Event.CallMade call ->
                    at(call.desk(), call.visit(), now, c -> c.called(call.desk(), now));
            case Event.CallWithdrawn(var visit, var desk, _, var previous) -> {
                at(desk, visit, now, Citizen::sentBack);
                if (previous instanceof Event.Previous.Was(var before)) {
                    tells(desk, before, now, Citizen::isServedAgain);
                }
            }
            case Event.CallUnanswered(var visit, var desk) ->
                    at(desk, visit, now, c -> c.missed(now));
            case Event.GroundNotShown(var visit, var desk, _) ->
                    at(desk, visit, now, Citizen::sentBack);
            case Event.ServiceStarted(var visit, var desk) ->
                    tells(desk, visit, now, Citizen::isServed);
            case Event.ServiceFinished(var visit, var desk, _) ->
                    at(desk, visit, now, c -> c.served(now));
            case Event.ServiceParked(var visit, var desk, _, var until) ->
                    desk.ifPresent(from ->
                            at(from, visit, now, c -> c.sentAway(now, until.isEmpty(), AWAY)));
            case Event.ServiceTransferred(var visit, var desk, Event.Target.Group(var group), _) ->
                    at(desk, visit, now, c -> c.isHandedOn(group));
            case Event.ServiceTransferred(var visit, var desk, Event.Target.Counter _, _) ->
                    at(desk, visit, now, Citizen::sentBack);
            case Event.ServiceAdded added ->
                    tells(
                            added.desk(),
                            added.visit(),
                            now,
                            c -> c.gets(new Errand.Leg(added.group(), MORE), added.now()));
            case Event.TicketLeft(var visit, _) -> floor.holderOf(visit).ifPresent(Citizen::goes);
            default -> {}
        }
    }

    private interface Turn {
        Optional<Instant> of(Citizen citizen);
    }

    private void at(DeskId desk, VisitId visit, Instant now, Turn turn) {
        tells(desk, visit, now, citizen -> floor.plans(citizen, turn.of(citizen)));
    }

    private void tells(DeskId desk, VisitId visit, Instant now, Consumer<Citizen> what) {
        if (!floor.isStaffed(desk, now)) {
            floor.holderOf(visit).ifPresent(what);
        }
    }
}
