package kz.adalkezek.server.play;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import kz.adalkezek.queue.Code;

/// What is done, as the bodies of the requests that ask for it.
final class Forms {

    private Forms() {}

    static ObjectNode ticket(World.Wanted wanted) {
        var body = Wire.body();
        var services = body.putArray("services");
        wanted.services().forEach(services::add);
        body.put("language", wanted.language());
        body.put("touched", time(wanted.touched()));
        if (!wanted.ground().isEmpty()) {
            body.put("ground", wanted.ground());
        }
        if (!wanted.booking().isEmpty()) {
            body.put("booking", wanted.booking());
        }
        if (wanted.people() > 1) {
            body.put("people", wanted.people());
        }
        return body;
    }

    static ObjectNode booking(String service, String slot) {
        return action("book").put("service", service).put("slot", slot);
    }

    static ObjectNode ofTicket(Deed.OfTicket deed) {
        return switch (deed) {
            case Deed.Hand(_, var how, var reason) ->
                    reason(Wire.body().put("how", how.name().toLowerCase(Locale.ROOT)), reason);
            case Deed.Leave _ -> action("leave");
            case Deed.AskMoreTime _ -> action("more-time");
            case Deed.ComeBack _ -> action("return");
            case Deed.SayComing _ -> action("on-my-way");
            case Deed.Rate(_, var stars) -> action("rate").put("stars", stars);
        };
    }

    static ObjectNode atDesk(Deed.AtDesk deed, Instant now) {
        return switch (deed) {
            case Deed.Open _ -> action("open");
            case Deed.CallNext _ -> action("call-next");
            case Deed.CallNamed(_, var number, var reason) ->
                    reason(action("call").put("number", number.toString()), reason);
            case Deed.Undo _ -> action("undo");
            case Deed.Recall _ -> action("recall");
            case Deed.NoShow _ -> action("no-show");
            case Deed.Ground(_, var shown) -> action("ground").put("shown", shown);
            case Deed.Start _ -> action("start");
            case Deed.Finish(_, var outcome) -> action("finish").put("outcome", outcome.value());
            case Deed.Park(_, var reason, var back) -> {
                var body = reason(action("park"), reason);
                back.ifPresent(time -> body.put("until", time(now.plus(time))));
                yield body;
            }
            case Deed.HandOn(_, var group, var returns) ->
                    action("transfer").put("group", group.value()).put("withReturn", returns);
            case Deed.Add(_, var service, var next) ->
                    action("add-service").put("service", service).put("now", next);
            case Deed.AskPaper(_, var listed, var document, var reason) ->
                    reason(
                            action("request-document").put(listed ? "document" : "other", document),
                            reason);
            case Deed.TakeOver _ -> action("take-over");
            case Deed.ServeDirect(_, var reason) -> reason(action("served-direct"), reason);
            case Deed.Unpark(_, var number) -> action("unpark").put("number", number.toString());
            case Deed.Return(_, var number) -> action("return").put("number", number.toString());
            case Deed.Pause(_, var reason) -> reason(action("pause"), reason);
            case Deed.Resume _ -> action("resume");
            case Deed.Close(_, var reason) -> reason(action("close"), reason);
        };
    }

    static ObjectNode action(String word) {
        return Wire.body().put("action", word);
    }

    private static ObjectNode reason(ObjectNode body, Code reason) {
        return reason.isNone() ? body : body.put("reason", reason.value());
    }

    private static String time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toString();
    }
}
