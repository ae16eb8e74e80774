package kz.adalkezek.queue;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import kz.adalkezek.log.DeviceKey;

/// Reads the members that each event adds to its leaf.
final class EventReader {

    private EventReader() {}

    static Event event(String type, Fields leaf) {
        return switch (type) {
            case "log.opened" ->
                    new Event.LogOpened(
                            leaf.text("origin"),
                            leaf.text("build"),
                            leaf.has("previous") ? leaf.text("previous") : "");
            case "software.started" ->
                    new Event.SoftwareStarted(
                            leaf.text("version"), leaf.text("build"), leaf.text("boot"));
            case "heartbeat" -> new Event.Heartbeat();
            case "clock.step" -> new Event.ClockStepped(leaf.instant("wall"));
            case "policy.published" ->
                    new Event.PolicyPublished(
                            leaf.instant("from"), PolicyCodec.read(leaf.object("policy")));
            case "catalogue.published" -> catalogue(leaf);
            case "device.enrolled" ->
                    new Event.DeviceEnrolled(
                            device(leaf),
                            leaf.choice("kind", Event.DeviceKind.class),
                            leaf.word("hall"),
                            leaf.has("key")
                                    ? Optional.of(new DeviceKey(leaf.text("key")))
                                    : Optional.empty());
            case "device.revoked" -> new Event.DeviceRevoked(device(leaf));
            case "device.state" ->
                    leaf.has("part")
                            ? part(leaf)
                            : new Event.DeviceStated(device(leaf), StateCodec.here(leaf));
            case "day.opened" ->
                    new Event.DayOpened(
                            leaf.date("day"),
                            StateCodec.carried(leaf.object("state")),
                            leaf.text("hash"));
            case "day.closed" ->
                    new Event.DayClosed(
                            leaf.date("day"),
                            StateCodec.totals(leaf.object("totals")),
                            StateCodec.opened(leaf.object("chosen")));
            case "ticket.issued" -> issued(leaf);
            case "booking.made" ->
                    new Event.BookingMade(
                            leaf.instant("slot"),
                            leaf.date("day"),
                            new GroupCode(leaf.text("group")),
                            leaf.text("c"));
            case "numbers.leased" -> new Event.NumbersLeased(device(leaf), block(leaf));
            case "numbers.released" -> new Event.NumbersReleased(device(leaf), block(leaf));
            case "gap.declared" ->
                    new Event.GapDeclared(device(leaf), leaf.number("first"), leaf.number("last"));
            case "ticket.handed" ->
                    new Event.TicketHanded(
                            leaf.visit(),
                            leaf.choice("how", Event.Handing.class),
                            leaf.code("reason"));
            case "ticket.reprinted" -> new Event.TicketReprinted(leaf.visit());
            case "ticket.voided" -> new Event.TicketVoided(leaf.visit());
            case "ticket.restored" -> new Event.TicketRestored(leaf.visit());
            case "ticket.left" ->
                    new Event.TicketLeft(leaf.visit(), leaf.choice("reason", Event.Leaving.class));
            case "visit.coming" -> new Event.VisitComing(leaf.visit());
            case "clock.disputed" -> new Event.ClockDisputed(leaf.visit(), leaf.word("reason"));
            case "finding.raised" ->
                    new Event.FindingRaised(
                            leaf.word("rule"), leaf.number("subject"), leaf.instant("due"));
            case "finding.answered" ->
                    new Event.FindingAnswered(
                            leaf.number("finding"), leaf.word("reason"), leaf.text("c"));
            case "finding.escalated" ->
                    new Event.FindingEscalated(leaf.number("finding"), leaf.instant("due"));
            case "rated" -> new Event.Rated(leaf.visit(), leaf.count("stars"));
            case "refused" ->
                    new Event.Refused(leaf.word("command"), leaf.choice("code", Refusal.class));
            default -> atDesk(type, leaf);
        };
    }

    private static Event atDesk(String type, Fields leaf) {
        return switch (type) {
            case "desk.opened" ->
                    new Event.DeskOpened(
                            leaf.desk(), leaf.groups("primary"), leaf.groups("secondary"));
            case "desk.closed" -> new Event.DeskClosed(leaf.desk(), leaf.code("reason"));
            case "desk.taken" ->
                    new Event.DeskTaken(
                            leaf.desk(), leaf.groups("primary"), leaf.groups("secondary"));
            case "service.direct" ->
                    new Event.ServiceDirect(
                            leaf.desk(),
                            leaf.text("policy"),
                            leaf.count("eligible"),
                            leaf.count("overtaken"),
                            leaf.word("reason"));
            case "desk.paused" -> new Event.DeskPaused(leaf.desk(), leaf.word("reason"));
            case "desk.resumed" -> new Event.DeskResumed(leaf.desk());
            case "call.made" ->
                    new Event.CallMade(
                            leaf.visit(),
                            leaf.desk(),
                            leaf.choice("rule", Event.Rule.class),
                            leaf.text("policy"),
                            leaf.count("eligible"),
                            leaf.count("overtaken"),
                            leaf.code("reason"),
                            leaf.flag("unacknowledged"));
            case "call.repeated" ->
                    new Event.CallRepeated(
                            leaf.visit(),
                            leaf.desk(),
                            leaf.number("call"),
                            leaf.flag("unacknowledged"));
            case "call.shown" -> new Event.CallShown(leaf.number("call"), leaf.truth("spoken"));
            case "call.withdrawn" ->
                    new Event.CallWithdrawn(
                            leaf.visit(),
                            leaf.desk(),
                            leaf.number("call"),
                            leaf.has("previous")
                                    ? new Event.Previous.Was(new VisitId(leaf.number("previous")))
                                    : Event.Previous.NOBODY);
            case "call.unanswered" -> new Event.CallUnanswered(leaf.visit(), leaf.desk());
            case "call.returned" -> new Event.CallReturned(leaf.visit(), leaf.deskIfAny());
            case "ground.shown" -> new Event.GroundShown(leaf.visit(), leaf.desk());
            case "ground.not-shown" ->
                    new Event.GroundNotShown(leaf.visit(), leaf.desk(), leaf.instant("fair"));
            case "service.started" -> new Event.ServiceStarted(leaf.visit(), leaf.desk());
            case "service.finished" ->
                    new Event.ServiceFinished(leaf.visit(), leaf.desk(), leaf.code("outcome"));
            case "service.added" ->
                    new Event.ServiceAdded(
                            leaf.visit(),
                            leaf.desk(),
                            new GroupCode(leaf.text("group")),
                            leaf.flag("now"),
                            leaf.flag("joined"),
                            leaf.text("c"));
            case "document.requested" ->
                    new Event.DocumentRequested(
                            leaf.visit(),
                            leaf.desk(),
                            leaf.truth("listed"),
                            leaf.code("reason"),
                            leaf.text("c"));
            case "service.transferred" ->
                    new Event.ServiceTransferred(
                            leaf.visit(), leaf.desk(), target(leaf), leaf.flag("return"));
            case "service.parked" ->
                    new Event.ServiceParked(
                            leaf.visit(),
                            leaf.deskIfAny(),
                            leaf.word("reason"),
                            leaf.instantIfAny("until"));
            case "service.resumed" -> new Event.ServiceResumed(leaf.visit(), leaf.desk());
            default -> throw new IllegalArgumentException("unknown event type " + type);
        };
    }

    private static Event.Target target(Fields leaf) {
        return switch (leaf.text("kind")) {
            case "group" -> new Event.Target.Group(new GroupCode(leaf.text("group")));
            case "counter" -> new Event.Target.Counter(new DeskId(leaf.count("counter")));
            default -> throw new IllegalArgumentException("kind is neither group nor counter");
        };
    }

    private static Event.TicketIssued issued(Fields leaf) {
        return new Event.TicketIssued(
                TicketNumber.parse(leaf.text("number")),
                leaf.groups("groups"),
                leaf.instant("arrival"),
                leaf.flag("bounded")
                        ? new Event.Touch.Bounded(leaf.instant("touched"))
                        : Event.Touch.KEPT,
                leaf.instant("claim"),
                leaf.count("credit"),
                leaf.instant("fair"),
                leaf.text("policy"),
                leaf.text("c"),
                leaf.has("booking")
                        ? Optional.of(
                                new Event.CheckIn(
                                        new BookingId(leaf.number("booking")),
                                        leaf.instant("slot")))
                        : Optional.empty(),
                leaf.flag("offline") ? Optional.of(offline(leaf)) : Optional.empty());
    }

    private static Event.Offline offline(Fields leaf) {
        return new Event.Offline(
                leaf.date("day"),
                leaf.has("pending") ? leaf.count("pending") : 0,
                leaf.has("unanswered")
                        ? Optional.of(RequestId.parse(leaf.text("unanswered")))
                        : Optional.empty(),
                leaf.has("entry") ? Optional.of(signed(leaf)) : Optional.empty());
    }

    private static Event.Signed signed(Fields leaf) {
        return new Event.Signed(
                leaf.number("entry"), leaf.text("previous"), leaf.text("signature"));
    }

    private static Event.PartStated part(Fields leaf) {
        return new Event.PartStated(
                device(leaf),
                leaf.choice("part", Part.class),
                leaf.choice("state", Part.Condition.class),
                leaf.has("printed")
                        ? OptionalLong.of(leaf.number("printed"))
                        : OptionalLong.empty());
    }

    static Block block(Fields leaf) {
        return new Block(
                StateCodec.letter(leaf.text("letter")),
                leaf.count("from"),
                leaf.count("to"),
                leaf.date("day"));
    }

    private static Event.CataloguePublished catalogue(Fields leaf) {
        var letters = new TreeMap<GroupCode, Character>();
        StateCodec.letters(leaf.object("letters"))
                .forEach(pair -> letters.put(pair.key(), pair.value()));
        return new Event.CataloguePublished(
                leaf.instant("from"), leaf.text("version"), leaf.text("hash"), letters);
    }

    private static DeviceId device(Fields leaf) {
        return new DeviceId(leaf.text("device"));
    }
}
