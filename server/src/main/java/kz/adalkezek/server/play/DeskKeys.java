package kz.adalkezek.server.play;

import java.time.Instant;
import java.util.function.UnaryOperator;
import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.RequestId;

/// What the keys of a clerk ask of the law.
final class DeskKeys {

    private final Premises premises;
    private final UnaryOperator<String> seal;

    /// @param seal commits to a service, under a key of its own
    DeskKeys(Premises premises, UnaryOperator<String> seal) {
        this.premises = premises;
        this.seal = seal;
    }

    Command command(RequestId request, Actor by, Deed.AtDesk deed, Instant now) {
        return switch (deed) {
            case Deed.Open(var desk) -> {
                var counter = premises.counter(desk);
                yield new Command.OpenDesk(
                        request, by, desk, counter.primary(), counter.secondary());
            }
            case Deed.Add(var desk, var code, var next) -> {
                var group = premises.catalogue().service(code).orElseThrow().group();
                yield new Command.AddService(request, by, desk, group, next, seal.apply(code));
            }
            case Deed.AskPaper(var desk, var listed, var document, var reason) ->
                    new Command.RequestDocument(
                            request, by, desk, listed, reason, seal.apply(document));
            case Deed.TakeOver(var desk) -> {
                var counter = premises.counter(desk);
                yield new Command.TakeCounter(
                        request, by, desk, counter.primary(), counter.secondary());
            }
            case Deed.HandOn(var desk, var group, var returns) ->
                    new Command.TransferVisit(
                            request, by, desk, new Event.Target.Group(group), returns);
            case Deed.ServeDirect(var desk, var reason) ->
                    new Command.ServeDirect(request, by, desk, reason);
            case Deed.CallNext(var desk) -> new Command.CallNext(request, by, desk);
            case Deed.CallNamed(var desk, var number, var reason) ->
                    new Command.CallVisit(
                            request, by, desk, new Command.Whom.ByNumber(number), reason);
            case Deed.Undo(var desk) -> new Command.UndoCall(request, by, desk);
            case Deed.Recall(var desk) -> new Command.RepeatCall(request, by, desk);
            case Deed.NoShow(var desk) -> new Command.MarkNoShow(request, by, desk);
            case Deed.Ground(var desk, var shown) ->
                    new Command.RecordGround(request, by, desk, shown);
            case Deed.Start(var desk) -> new Command.StartService(request, by, desk);
            case Deed.Finish(var desk, var outcome) ->
                    new Command.FinishService(request, by, desk, outcome);
            case Deed.Park(var desk, var reason, var back) ->
                    new Command.ParkVisit(request, by, desk, reason, back.map(now::plus));
            case Deed.Unpark(var desk, var number) ->
                    new Command.UnparkVisit(request, by, desk, new Command.Whom.ByNumber(number));
            case Deed.Return(var desk, var number) ->
                    new Command.ReturnVisit(request, by, desk, new Command.Whom.ByNumber(number));
            case Deed.Pause(var desk, var reason) ->
                    new Command.PauseDesk(request, by, desk, reason);
            case Deed.Resume(var desk) -> new Command.ResumeDesk(request, by, desk);
            case Deed.Close(var desk, var reason) ->
                    new Command.CloseDesk(request, by, desk, reason);
        };
    }
}
