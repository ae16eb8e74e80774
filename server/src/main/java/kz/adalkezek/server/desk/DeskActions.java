package kz.adalkezek.server.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.TicketNumber;
import kz.adalkezek.server.web.JsonBody;
import kz.adalkezek.server.web.Problem;
import kz.adalkezek.server.web.ProblemCode;

/// The actions of a desk, from words to commands.
final class DeskActions {

    private final Map<DeskId, DeskGroups> groups;

    DeskActions(Map<DeskId, DeskGroups> groups) {
        this.groups = Map.copyOf(groups);
    }

    /// @throws kz.adalkezek.server.web.ProblemException for an action that does not exist, or whose
    ///   members are wrong
    Function<Actor, Command> command(RequestId request, DeskId desk, JsonBody body) {
        var action = body.text("action");
        return switch (action) {
            case "open" -> open(request, desk, body.only("action", "primary", "secondary"));
            case "call-next" -> {
                body.only("action");
                yield by -> new Command.CallNext(request, by, desk);
            }
            case "call" -> {
                var whom = whom(body.only("action", "number", "reason"));
                var reason = code(body, "reason");
                yield by -> new Command.CallVisit(request, by, desk, whom, reason);
            }
            case "undo" -> {
                body.only("action");
                yield by -> new Command.UndoCall(request, by, desk);
            }
            case "recall" -> {
                body.only("action");
                yield by -> new Command.RepeatCall(request, by, desk);
            }
            case "ground" -> {
                boolean shown = body.only("action", "shown").truth("shown");
                yield by -> new Command.RecordGround(request, by, desk, shown);
            }
            case "start" -> {
                body.only("action");
                yield by -> new Command.StartService(request, by, desk);
            }
            case "finish" -> {
                var outcome = code(body.only("action", "outcome"), "outcome");
                yield by -> new Command.FinishService(request, by, desk, outcome);
            }
            case "no-show" -> {
                body.only("action");
                yield by -> new Command.MarkNoShow(request, by, desk);
            }
            case "transfer" -> {
                var target = target(body.only("action", "group", "counter", "withReturn"));
                boolean returns = body.truthIfAny("withReturn").orElse(false);
                yield by -> new Command.TransferVisit(request, by, desk, target, returns);
            }
            case "park" -> {
                var reason = code(body.only("action", "reason", "until"), "reason");
                var until = body.textIfAny("until").map(DeskActions::instant);
                yield by -> new Command.ParkVisit(request, by, desk, reason, until);
            }
            case "unpark" -> {
                var whom = whom(body.only("action", "number"));
                yield by -> new Command.UnparkVisit(request, by, desk, whom);
            }
            case "return" -> {
                var whom = whom(body.only("action", "number"));
                yield by -> new Command.ReturnVisit(request, by, desk, whom);
            }
            case "leave" -> {
                var number = number(body.only("action", "number").text("number"));
                yield by -> new Command.LeaveNumber(request, by, number);
            }
            case "take-over" -> {
                var open = groups(desk, body.only("action", "primary", "secondary"));
                yield by ->
                        new Command.TakeCounter(
                                request, by, desk, open.primary(), open.secondary());
            }
            case "served-direct" -> {
                var reason = code(body.only("action", "reason"), "reason");
                yield by -> new Command.ServeDirect(request, by, desk, reason);
            }
            case "dispute-clock" -> {
                var whom = whom(body.only("action", "number", "reason"));
                var reason = code(body, "reason");
                yield by -> new Command.DisputeClock(request, by, whom, reason);
            }
            case "pause" -> {
                var reason = code(body.only("action", "reason"), "reason");
                yield by -> new Command.PauseDesk(request, by, desk, reason);
            }
            case "resume" -> {
                body.only("action");
                yield by -> new Command.ResumeDesk(request, by, desk);
            }
            case "close" -> {
                var reason = code(body.only("action", "reason"), "reason");
                yield by -> new Command.CloseDesk(request, by, desk, reason);
            }
            default ->
                    throw Problem.of(ProblemCode.UNKNOWN_ACTION, Map.of("action", action))
                            .asException();
        };
    }

    private Function<Actor, Command> open(RequestId request, DeskId desk, JsonBody body) {
        var open = groups(desk, body);
        return by -> new Command.OpenDesk(request, by, desk, open.primary(), open.secondary());
    }

    /// Those that are named, else the counter's own.
    private DeskGroups groups(DeskId desk, JsonBody body) {
        boolean named =
                body.members().containsKey("primary") || body.members().containsKey("secondary");
        return named
                ? new DeskGroups(codes(body, "primary"), codes(body, "secondary"))
                : groups.getOrDefault(desk, DeskGroups.NONE);
    }

    /// Either a group or a counter.
    private static Event.Target target(JsonBody body) {
        var group = body.textIfAny("group");
        if (group.isPresent() == body.members().containsKey("counter")) {
            throw JsonBody.wrong("counter");
        }
        try {
            return group.<Event.Target>map(code -> new Event.Target.Group(new GroupCode(code)))
                    .orElseGet(() -> new Event.Target.Counter(counter(body)));
        } catch (IllegalArgumentException e) {
            throw JsonBody.wrong(group.isPresent() ? "group" : "counter");
        }
    }

    private static DeskId counter(JsonBody body) {
        long counter = body.number("counter");
        if (counter < 1 || counter > DeskId.LAST_COUNTER) {
            throw JsonBody.wrong("counter");
        }
        return new DeskId((int) counter);
    }

    private static List<GroupCode> codes(JsonBody body, String member) {
        try {
            return body.texts(member).stream().map(GroupCode::new).toList();
        } catch (IllegalArgumentException e) {
            throw JsonBody.wrong(member);
        }
    }

    private static Code code(JsonBody body, String member) {
        try {
            return body.textIfAny(member).map(Code::new).orElse(Code.NONE);
        } catch (IllegalArgumentException e) {
            throw JsonBody.wrong(member);
        }
    }

    /// An ISO 8601 instant with its offset, as an event can hold it.
    private static Instant instant(String text) {
        try {
            var instant = OffsetDateTime.parse(text).toInstant();
            if (!instant.isBefore(Instant.EPOCH) && !instant.isAfter(Command.LAST_INSTANT)) {
                return instant;
            }
        } catch (DateTimeException e) {
            throw JsonBody.wrong("until");
        }
        throw JsonBody.wrong("until");
    }

    private static Command.Whom whom(JsonBody body) {
        return new Command.Whom.ByNumber(number(body.text("number")));
    }

    private static TicketNumber number(String text) {
        try {
            return TicketNumber.parse(text);
        } catch (IllegalArgumentException e) {
            throw JsonBody.wrong("number");
        }
    }
}
