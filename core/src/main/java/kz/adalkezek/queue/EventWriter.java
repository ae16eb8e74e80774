package kz.adalkezek.queue;

import static kz.adalkezek.queue.Fields.kebab;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The members that each event adds to its leaf. A member without a value is left out.
final class EventWriter {

    private EventWriter() {}

    static void members(Event event, Map<String, Object> leaf) {
        switch (event) {
            case Event.LogOpened(var origin, var build, var previous) -> {
                leaf.put("origin", origin);
                leaf.put("build", build);
                if (!previous.isEmpty()) {
                    leaf.put("previous", previous);
                }
            }
            case Event.SoftwareStarted(var version, var build, var boot) -> {
                leaf.put("version", version);
                leaf.put("build", build);
                leaf.put("boot", boot);
            }
            case Event.Heartbeat() -> {}
            case Event.ClockStepped(var wall) -> leaf.put("wall", wall.toEpochMilli());
            case Event.PolicyPublished(var from, var policy) -> {
                leaf.put("from", from.toEpochMilli());
                leaf.put("policy", PolicyCodec.write(policy));
            }
            case Event.CataloguePublished(var from, var version, var hash, var letters) -> {
                leaf.put("from", from.toEpochMilli());
                leaf.put("version", version);
                leaf.put("hash", hash);
                leaf.put("letters", StateCodec.letters(letters));
            }
            case Event.DeviceEnrolled(var device, var kind, var hall, var key) -> {
                leaf.put("device", device.value());
                leaf.put("kind", kebab(kind));
                leaf.put("hall", hall.value());
                key.ifPresent(its -> leaf.put("key", its.text()));
            }
            case Event.DeviceRevoked(var device) -> leaf.put("device", device.value());
            case Event.DeviceStated(var device, var here) -> {
                leaf.put("device", device.value());
                leaf.put("state", here ? "here" : "away");
            }
            case Event.PartStated(var device, var part, var condition, var printed) -> {
                leaf.put("device", device.value());
                leaf.put("part", kebab(part));
                leaf.put("state", kebab(condition));
                printed.ifPresent(papers -> leaf.put("printed", papers));
            }
            case Event.DayOpened(var day, var state, var hash) -> {
                leaf.put("day", day.toString());
                leaf.put("state", StateCodec.write(state));
                leaf.put("hash", hash);
            }
            case Event.DayClosed(var day, var totals, var opened) -> {
                leaf.put("day", day.toString());
                leaf.put("totals", StateCodec.write(totals));
                leaf.put("chosen", StateCodec.write(opened));
            }
            case Event.TicketIssued ticket -> issued(ticket, leaf);
            case Event.BookingMade(var slot, var day, var group, var commitment) -> {
                leaf.put("slot", slot.toEpochMilli());
                leaf.put("day", day.toString());
                leaf.put("group", group.value());
                leaf.put("c", commitment);
            }
            case Event.NumbersLeased(var device, var block) -> block(device, block, leaf);
            case Event.NumbersReleased(var device, var block) -> block(device, block, leaf);
            case Event.GapDeclared(var device, var first, var last) -> {
                leaf.put("device", device.value());
                leaf.put("first", first);
                leaf.put("last", last);
            }
            case Event.TicketHanded(var visit, var how, var reason) -> {
                leaf.put("visit", visit.index());
                leaf.put("how", kebab(how));
                code(leaf, "reason", reason);
            }
            case Event.TicketReprinted(var visit) -> leaf.put("visit", visit.index());
            case Event.TicketVoided(var visit) -> leaf.put("visit", visit.index());
            case Event.TicketRestored(var visit) -> leaf.put("visit", visit.index());
            case Event.TicketLeft(var visit, var reason) -> {
                leaf.put("visit", visit.index());
                leaf.put("reason", kebab(reason));
            }
            case Event.DeskOpened(var desk, var primary, var secondary) -> {
                leaf.put("desk", (long) desk.counter());
                leaf.put("primary", groups(primary));
                leaf.put("secondary", groups(secondary));
            }
            case Event.DeskClosed(var desk, var reason) -> {
                leaf.put("desk", (long) desk.counter());
                code(leaf, "reason", reason);
            }
            case Event.DeskTaken(var desk, var primary, var secondary) -> {
                leaf.put("desk", (long) desk.counter());
                leaf.put("primary", groups(primary));
                leaf.put("secondary", groups(secondary));
            }
            case Event.ServiceDirect(
                            var desk,
                            var policy,
                            var eligible,
                            var overtaken,
                            var reason) -> {
                leaf.put("desk", (long) desk.counter());
                leaf.put("policy", policy);
                leaf.put("eligible", (long) eligible);
                leaf.put("overtaken", (long) overtaken);
                code(leaf, "reason", reason);
            }
            case Event.DeskPaused(var desk, var reason) -> {
                leaf.put("desk", (long) desk.counter());
                code(leaf, "reason", reason);
            }
            case Event.DeskResumed(var desk) -> leaf.put("desk", (long) desk.counter());
            case Event.CallMade call -> called(call, leaf);
            case Event.CallRepeated(var visit, var desk, var call, var unacknowledged) -> {
                at(leaf, visit, desk);
                leaf.put("call", call);
                flag(leaf, "unacknowledged", unacknowledged);
            }
            case Event.CallShown(var call, var spoken) -> {
                leaf.put("call", call);
                leaf.put("spoken", spoken);
            }
            case Event.CallWithdrawn(var visit, var desk, var call, var previous) -> {
                at(leaf, visit, desk);
                leaf.put("call", call);
                if (previous instanceof Event.Previous.Was(var before)) {
                    leaf.put("previous", before.index());
                }
            }
            case Event.CallUnanswered(var visit, var desk) -> at(leaf, visit, desk);
            case Event.CallReturned(var visit, var desk) -> {
                leaf.put("visit", visit.index());
                desk.ifPresent(seen -> leaf.put("desk", (long) seen.counter()));
            }
            case Event.GroundShown(var visit, var desk) -> at(leaf, visit, desk);
            case Event.GroundNotShown(var visit, var desk, var fair) -> {
                at(leaf, visit, desk);
                leaf.put("fair", fair.toEpochMilli());
            }
            case Event.ServiceStarted(var visit, var desk) -> at(leaf, visit, desk);
            case Event.ServiceFinished(var visit, var desk, var outcome) -> {
                at(leaf, visit, desk);
                code(leaf, "outcome", outcome);
            }
            case Event.ServiceAdded(
                            var visit,
                            var desk,
                            var group,
                            var now,
                            var joined,
                            var commitment) -> {
                at(leaf, visit, desk);
                leaf.put("group", group.value());
                flag(leaf, "now", now);
                flag(leaf, "joined", joined);
                leaf.put("c", commitment);
            }
            case Event.DocumentRequested(
                            var visit,
                            var desk,
                            var listed,
                            var reason,
                            var commitment) -> {
                at(leaf, visit, desk);
                leaf.put("listed", listed);
                code(leaf, "reason", reason);
                leaf.put("c", commitment);
            }
            case Event.ServiceTransferred(var visit, var desk, var target, var returns) -> {
                at(leaf, visit, desk);
                target(target, leaf);
                flag(leaf, "return", returns);
            }
            case Event.ServiceParked(var visit, var desk, var reason, var until) -> {
                leaf.put("visit", visit.index());
                desk.ifPresent(freed -> leaf.put("desk", (long) freed.counter()));
                code(leaf, "reason", reason);
                until.ifPresent(back -> leaf.put("until", back.toEpochMilli()));
            }
            case Event.ServiceResumed(var visit, var desk) -> at(leaf, visit, desk);
            case Event.VisitComing(var visit) -> leaf.put("visit", visit.index());
            case Event.ClockDisputed(var visit, var reason) -> {
                leaf.put("visit", visit.index());
                leaf.put("reason", reason.value());
            }
            case Event.FindingRaised(var rule, var subject, var due) -> {
                leaf.put("rule", rule.value());
                leaf.put("subject", subject);
                leaf.put("due", due.toEpochMilli());
            }
            case Event.FindingAnswered(var finding, var reason, var commitment) -> {
                leaf.put("finding", finding);
                leaf.put("reason", reason.value());
                leaf.put("c", commitment);
            }
            case Event.FindingEscalated(var finding, var due) -> {
                leaf.put("finding", finding);
                leaf.put("due", due.toEpochMilli());
            }
            case Event.Rated(var visit, var stars) -> {
                leaf.put("visit", visit.index());
                leaf.put("stars", (long) stars);
            }
            case Event.Refused(var command, var why) -> {
                leaf.put("command", command.value());
                leaf.put("code", kebab(why));
            }
        }
    }

    private static void issued(Event.TicketIssued ticket, Map<String, Object> leaf) {
        leaf.put("number", ticket.number().toString());
        leaf.put("groups", groups(ticket.groups()));
        leaf.put("arrival", ticket.arrival().toEpochMilli());
        if (ticket.touch() instanceof Event.Touch.Bounded(Instant touched)) {
            leaf.put("bounded", true);
            leaf.put("touched", touched.toEpochMilli());
        }
        leaf.put("claim", ticket.claim().toEpochMilli());
        leaf.put("credit", (long) ticket.credit());
        leaf.put("fair", ticket.fair().toEpochMilli());
        leaf.put("policy", ticket.policy());
        leaf.put("c", ticket.commitment());
        ticket.checkIn()
                .ifPresent(used -> {
                    leaf.put("booking", used.booking().index());
                    leaf.put("slot", used.slot().toEpochMilli());
                });
        ticket.offline().ifPresent(offline -> offline(offline, leaf));
    }

    private static void offline(Event.Offline offline, Map<String, Object> leaf) {
        leaf.put("offline", true);
        leaf.put("day", offline.day().toString());
        if (offline.pending() > 0) {
            leaf.put("pending", (long) offline.pending());
        }
        offline.unanswered().ifPresent(request -> leaf.put("unanswered", request.toString()));
        offline.signed()
                .ifPresent(signed -> {
                    leaf.put("entry", signed.entry());
                    leaf.put("previous", signed.previous());
                    leaf.put("signature", signed.signature());
                });
    }

    static void block(DeviceId device, Block block, Map<String, Object> leaf) {
        leaf.put("device", device.value());
        leaf.put("letter", Character.toString(block.letter()));
        leaf.put("from", (long) block.from());
        leaf.put("to", (long) block.to());
        leaf.put("day", block.day().toString());
    }

    private static void called(Event.CallMade call, Map<String, Object> leaf) {
        at(leaf, call.visit(), call.desk());
        leaf.put("rule", kebab(call.rule()));
        leaf.put("policy", call.policy());
        leaf.put("eligible", (long) call.eligible());
        leaf.put("overtaken", (long) call.overtaken());
        code(leaf, "reason", call.reason());
        flag(leaf, "unacknowledged", call.unacknowledged());
    }

    private static void target(Event.Target target, Map<String, Object> leaf) {
        switch (target) {
            case Event.Target.Group(var group) -> {
                leaf.put("kind", "group");
                leaf.put("group", group.value());
            }
            case Event.Target.Counter(var counter) -> {
                leaf.put("kind", "counter");
                leaf.put("counter", (long) counter.counter());
            }
        }
    }

    private static void at(Map<String, Object> leaf, VisitId visit, DeskId desk) {
        leaf.put("visit", visit.index());
        leaf.put("desk", (long) desk.counter());
    }

    private static List<String> groups(List<GroupCode> groups) {
        return groups.stream().map(GroupCode::value).toList();
    }

    private static void code(Map<String, Object> leaf, String name, Code code) {
        if (!code.isNone()) {
            leaf.put(name, code.value());
        }
    }

    private static void flag(Map<String, Object> leaf, String name, boolean set) {
        if (set) {
            leaf.put(name, true);
        }
    }
}
