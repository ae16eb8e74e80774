package kz.adalkezek.queue;

import static kz.adalkezek.queue.Refusal.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import kz.adalkezek.queue.Line.Day;
import kz.adalkezek.queue.Visit.Stage;

/// The frame around the queue: the log, what is published, devices, the business day.
final class DayRules {

    /// How long the log may be silent while the branch is there.
    static final Duration HEARTBEAT_AFTER = Duration.ofHours(1);

    private DayRules() {}

    static Decision openLog(Draft draft, Command.OpenLog open) {
        if (draft.line().size() > 0) {
            throw new IllegalStateException("the log is open already");
        }
        return draft.add(new Event.LogOpened(open.origin(), open.build(), open.previous()))
                .accepted();
    }

    static Decision start(Draft draft, Command.StartSoftware start) {
        return draft.add(new Event.SoftwareStarted(start.version(), start.build(), start.boot()))
                .accepted();
    }

    /// Only where nothing was written for so long, behind an entry that opens the log: any entry
    /// says as much.
    static Decision beat(Draft draft) {
        boolean isTooSoon = draft.at().isBefore(draft.line().at().plus(HEARTBEAT_AFTER));
        return draft.line().size() == 0 || isTooSoon
                ? Decision.NOTHING
                : draft.add(new Event.Heartbeat()).accepted();
    }

    static Decision publish(Draft draft, Command.PublishPolicy publish) {
        var version = publish.policy().version();
        for (var published : draft.line().rulebook().policies()) {
            if (published.policy().version().equals(version)) {
                return draft.refused(VERSION_TAKEN);
            }
        }
        var from = beginning(draft, publish.from());
        if (from.isBefore(draft.at())) {
            return draft.refused(BEGINS_IN_THE_PAST);
        }
        if (PolicyCodec.text(publish.policy()).length > Policy.TEXT_MAX_BYTES) {
            return draft.refused(POLICY_TOO_LONG);
        }
        return ifItCanBeCarried(draft, new Event.PolicyPublished(from, publish.policy()));
    }

    static Decision publish(Draft draft, Command.PublishCatalogue publish) {
        for (var published : draft.line().rulebook().catalogues()) {
            if (published.version().equals(publish.version())) {
                return draft.refused(VERSION_TAKEN);
            }
        }
        var from = beginning(draft, publish.from());
        return from.isBefore(draft.at())
                ? draft.refused(BEGINS_IN_THE_PAST)
                : ifItCanBeCarried(
                        draft,
                        new Event.CataloguePublished(
                                from, publish.version(), publish.hash(), publish.letters()));
    }

    static Decision enrol(Draft draft, Command.EnrolDevice enrol) {
        return draft.line().hall().devices().has(enrol.device())
                ? draft.refused(DEVICE_KNOWN)
                : ifItCanBeCarried(
                        draft,
                        new Event.DeviceEnrolled(
                                enrol.device(), enrol.kind(), enrol.hall(), enrol.key()));
    }

    static Decision revoke(Draft draft, Command.RevokeDevice revoke) {
        return draft.line().hall().devices().has(revoke.device())
                ? draft.add(new Event.DeviceRevoked(revoke.device())).accepted()
                : draft.refused(DEVICE_UNKNOWN);
    }

    static Decision state(Draft draft, Command.StateDevice state) {
        var device = draft.line().hall().devices().get(state.device());
        if (device.isEmpty()) {
            return draft.refused(DEVICE_UNKNOWN);
        }
        return device.get().here() == state.here()
                ? Decision.NOTHING
                : draft.add(new Event.DeviceStated(state.device(), state.here())).accepted();
    }

    /// Whoever is no kiosk has no parts that anybody would have to answer for.
    static Decision state(Draft draft, Command.StatePart state) {
        var device = draft.line().hall().devices().get(state.device());
        if (device.isEmpty()) {
            return draft.refused(DEVICE_UNKNOWN);
        }
        boolean itself = draft.by().equals(new Actor.Device(state.device()));
        if (device.get().kind() != Event.DeviceKind.KIOSK
                || !(itself || draft.by().equals(Actor.BRANCH))) {
            return draft.refused(DEVICE_OF_ANOTHER_KIND);
        }
        var stated =
                new Event.PartStated(
                        state.device(), state.part(), state.condition(), state.printed());
        return device.get().parts().get(state.part()).equals(Optional.of(stated))
                ? Decision.NOTHING
                : draft.add(stated).accepted();
    }

    static Decision open(Draft draft, Command.OpenDay open) {
        var line = draft.line();
        if (!(line.day() instanceof Day.Shut(LocalDate last))) {
            return draft.refused(DAY_ALREADY_OPEN);
        }
        if (!open.day().isAfter(last)) {
            return draft.refused(DAY_ALREADY_HELD);
        }
        if (line.rulebook().policyAt(draft.at()).isEmpty()) {
            return draft.refused(NO_POLICY);
        }
        if (line.rulebook().catalogueAt(draft.at()).isEmpty()) {
            return draft.refused(NO_CATALOGUE);
        }
        var carried = carried(line, open.day(), sorted(open.counters()), draft.at());
        if (EventCodec.length(carried) > Carried.MAX_BYTES) {
            return draft.refused(TOO_MUCH_TO_CARRY);
        }
        return draft.add(new Event.DayOpened(open.day(), carried, EventCodec.hash(carried)))
                .accepted();
    }

    static Decision close(Draft draft, Command.CloseDay close) {
        if (!(draft.line().day() instanceof Day.Open(LocalDate day))) {
            return draft.refused(DAY_NOT_OPEN);
        }
        for (var pair : draft.line().hall().desks()) {
            if (pair.value().visit().isPresent()) {
                return draft.refused(DAY_NOT_OVER);
            }
        }
        for (var pair : draft.line().hall().desks()) {
            draft.add(new Event.DeskClosed(pair.key(), Code.NONE));
        }
        for (var pair : draft.line().people().visits()) {
            switch (pair.value().stage()) {
                case Stage.Waiting _, Stage.Parked _, Stage.Unanswered _ ->
                        draft.add(new Event.TicketLeft(pair.key(), Event.Leaving.DAY_CLOSED));
                case Stage.Reserved _ -> draft.add(new Event.TicketVoided(pair.key()));
                case Stage.Called _,
                        Stage.Serving _,
                        Stage.Voided _,
                        Stage.Left _,
                        Stage.Finished _ -> {}
            }
        }
        var published = close.opened().merged();
        return draft.add(new Event.DayClosed(day, draft.line().totals(), published)).accepted();
    }

    /// One entry has to carry all of it to the next day: what would be too much is refused now, not
    /// in the morning.
    static Decision ifItCanBeCarried(Draft draft, Event event) {
        var then = draft.lineWith(event);
        var carried = carried(then, dayAfter(then.day()), then.hall().counters(), then.at());
        return carried.devices().size() > Carried.DEVICES_MAX
                        || EventCodec.length(carried) > Carried.MAX_BYTES_BEFOREHAND
                ? draft.refused(TOO_MUCH_TO_CARRY)
                : draft.add(event).accepted();
    }

    private static LocalDate dayAfter(Day now) {
        return switch (now) {
            case Day.Open(var date) -> date.plusDays(1);
            case Day.Shut(var last) -> last.plusDays(1);
        };
    }

    private static Carried carried(
            Line line, LocalDate day, Sorted<DeskId, Code> counters, Instant at) {
        var rules = line.rulebook().notOver(at);
        var devices = Sorted.<DeviceId, Device>empty();
        for (var pair : line.hall().devices()) {
            devices = devices.put(pair.key(), pair.value().carried());
        }
        return new Carried(
                rules.policies(),
                rules.catalogues(),
                devices,
                counters,
                line.memory().dayFrom(),
                line.bookings().unusedFrom(day),
                line.leases(),
                line.findings().open());
    }

    private static Sorted<DeskId, Code> sorted(Map<DeskId, Code> counters) {
        var sorted = Sorted.<DeskId, Code>empty();
        for (var counter : counters.entrySet()) {
            sorted = sorted.put(counter.getKey(), counter.getValue());
        }
        return sorted;
    }

    /// [Command#AT_ONCE] means the instant of the event itself.
    private static Instant beginning(Draft draft, Instant asked) {
        return asked.equals(Command.AT_ONCE) ? draft.at() : asked;
    }
}
