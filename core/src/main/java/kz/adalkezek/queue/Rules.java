package kz.adalkezek.queue;

import java.time.Instant;
import java.util.Optional;

/// The whole law of the queue: given the state and what is asked, what happens. No clock, no
/// database and no randomness, so an outsider can replay any day and must reach the same answers.
public final class Rules {

    private Rules() {}

    /// As [#decide(Line, Command, Wishes, Instant)] where no desk has asked for anything.
    public static Decision decide(Line line, Command command, Instant now) {
        return decide(line, command, Wishes.NONE, now);
    }

    /// @param wishes what desks have asked for, to take effect once they are free
    /// @param now the wall clock, whole milliseconds
    public static Decision decide(Line line, Command command, Wishes wishes, Instant now) {
        var answered = line.memory().answer(command.request());
        if (answered.isPresent()) {
            return switch (answered.get()) {
                case Memory.Answer.Done(var index) -> new Decision.Repeated(index);
                case Memory.Answer.No(var why) -> new Decision.Refused(why, java.util.List.of());
            };
        }
        var draft = new Draft(line, command, wishes, now);
        if (command.by() instanceof Actor.Device(var id) && !line.hall().devices().has(id)) {
            return draft.refused(Refusal.DEVICE_UNKNOWN);
        }
        if (OfflineRules.mustWait(line, command)) {
            return draft.refused(Refusal.OFFLINE_FIRST);
        }
        return switch (command) {
            case Command.OpenLog open -> DayRules.openLog(draft, open);
            case Command.StartSoftware start -> DayRules.start(draft, start);
            case Command.Beat _ -> DayRules.beat(draft);
            case Command.StepClock(_, var wall) ->
                    draft.add(new Event.ClockStepped(wall)).accepted();
            case Command.PublishPolicy publish -> DayRules.publish(draft, publish);
            case Command.PublishCatalogue publish -> DayRules.publish(draft, publish);
            case Command.EnrolDevice enrol -> DayRules.enrol(draft, enrol);
            case Command.RevokeDevice revoke -> DayRules.revoke(draft, revoke);
            case Command.StateDevice state -> DayRules.state(draft, state);
            case Command.StatePart state -> DayRules.state(draft, state);
            case Command.OpenDay open -> DayRules.open(draft, open);
            case Command.CloseDay close -> DayRules.close(draft, close);
            case Command.TakeTicket take -> TicketRules.take(draft, take);
            case Command.Book book -> BookingRules.book(draft, book);
            case Command.LeaseNumbers lease -> OfflineRules.lease(draft, lease);
            case Command.ReleaseNumbers release -> OfflineRules.release(draft, release);
            case Command.DeclareGap gap -> OfflineRules.declare(draft, gap);
            case Command.MergeTicket merge -> OfflineRules.merge(draft, merge);
            case Command.HandTicket hand -> TicketRules.hand(draft, hand);
            case Command.ReprintTicket reprint -> TicketRules.reprint(draft, reprint);
            case Command.VoidTicket(_, var visit) -> TicketRules.voided(draft, visit);
            case Command.LeaveNumber leave -> TicketRules.leave(draft, leave);
            case Command.LeaveVisit leave -> TicketRules.leave(draft, leave);
            case Command.ShowCall show -> CallRules.show(draft, show);
            case Command.StepAside aside -> AwayRules.stepAside(draft, aside.visit());
            case Command.SayComing coming -> TicketRules.coming(draft, coming.visit());
            case Command.DisputeClock dispute -> TicketRules.dispute(draft, dispute);
            case Command.RaiseFinding raise -> FindingRules.raise(draft, raise);
            case Command.AnswerFinding answer -> FindingRules.answer(draft, answer);
            case Command.EscalateFinding escalate -> FindingRules.escalate(draft, escalate);
            case Command.Rate(_, var visit, var stars) -> TicketRules.rate(draft, visit, stars);
            case Command.ComeBack back ->
                    AwayRules.comeBack(
                            draft, new Command.Whom.ById(back.visit()), Optional.empty());
            case Command.OpenDesk open -> DeskRules.open(draft, open);
            case Command.TakeCounter take -> DeskRules.take(draft, take);
            case Command.ForDesk atDesk -> DeskRules.decide(draft, atDesk);
        };
    }

    /// Whom this desk calls next, by the law alone, or nobody.
    ///
    /// @param now the call's own `at`
    public static Optional<VisitId> next(Line line, Desk desk, Instant now, Policy policy) {
        return Choice.next(line, desk, now, policy).map(Choice.Chosen::visit);
    }

    /// The arrival of whoever touched a kiosk: the touch, but not before what the kiosk had heard
    /// from the branch, and not after now.
    public static Instant arrival(Line line, DeviceId kiosk, Instant touched, Instant now) {
        return TicketRules.bounded(touched, TicketRules.acknowledged(line, kiosk), now);
    }

    /// The name of a command in a `refused` event.
    static Code name(Command command) {
        return new Code(
                switch (command) {
                    case Command.OpenLog _ -> "open-log";
                    case Command.StartSoftware _ -> "start-software";
                    case Command.Beat _ -> "heartbeat";
                    case Command.StepClock _ -> "step-clock";
                    case Command.PublishPolicy _ -> "publish-policy";
                    case Command.PublishCatalogue _ -> "publish-catalogue";
                    case Command.EnrolDevice _ -> "pair-device";
                    case Command.RevokeDevice _ -> "revoke-device";
                    case Command.StateDevice _ -> "state-device";
                    case Command.StatePart _ -> "state-part";
                    case Command.OpenDay _ -> "open-day";
                    case Command.CloseDay _ -> "close-day";
                    case Command.TakeTicket _ -> "take";
                    case Command.Book _ -> "book";
                    case Command.LeaseNumbers _ -> "lease-numbers";
                    case Command.ReleaseNumbers _ -> "release-numbers";
                    case Command.DeclareGap _ -> "declare-gap";
                    case Command.MergeTicket _ -> "merge";
                    case Command.HandTicket _ -> "handed";
                    case Command.ReprintTicket _ -> "reprinted";
                    case Command.VoidTicket _ -> "void";
                    case Command.LeaveNumber _, Command.LeaveVisit _ -> "leave";
                    case Command.OpenDesk _ -> "open";
                    case Command.TakeCounter _ -> "take-over";
                    case Command.ServeDirect _ -> "served-direct";
                    case Command.PauseDesk _ -> "pause";
                    case Command.ResumeDesk _ -> "resume";
                    case Command.CloseDesk _ -> "close";
                    case Command.CallNext _ -> "call-next";
                    case Command.CallVisit _ -> "call";
                    case Command.UndoCall _ -> "undo";
                    case Command.RepeatCall _ -> "recall";
                    case Command.ShowCall _ -> "show";
                    case Command.RecordGround _ -> "ground";
                    case Command.StartService _ -> "start";
                    case Command.FinishService _ -> "finish";
                    case Command.MarkNoShow _ -> "no-show";
                    case Command.ParkVisit _ -> "park";
                    case Command.AddService _ -> "add-service";
                    case Command.RequestDocument _ -> "request-document";
                    case Command.TransferVisit _ -> "transfer";
                    case Command.UnparkVisit _ -> "unpark";
                    case Command.StepAside _ -> "more-time";
                    case Command.SayComing _ -> "on-my-way";
                    case Command.DisputeClock _ -> "dispute-clock";
                    case Command.RaiseFinding _ -> "raise-finding";
                    case Command.AnswerFinding _ -> "answer-finding";
                    case Command.EscalateFinding _ -> "escalate-finding";
                    case Command.Rate _ -> "rate";
                    case Command.ReturnVisit _, Command.ComeBack _ -> "return";
                });
    }
}
