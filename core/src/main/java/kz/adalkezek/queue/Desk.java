package kz.adalkezek.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An operator's session at one counter.
///
/// @param primary groups that the desk serves at once
/// @param secondary groups that it helps once a visit has waited `helpAfter`
public record Desk(
        DeskId id, Actor by, List<GroupCode> primary, List<GroupCode> secondary, Work work) {

    public sealed interface Work {
        record Ready() implements Work {}

        record Calling(Call call) implements Work {}

        record Serving(VisitId visit) implements Work {}

        /// Somebody without a ticket is served.
        ///
        /// @param service named by the index of its `service.direct`
        record Direct(VisitId service) implements Work {}

        /// After a visit: papers are put in order.
        ///
        /// @param finishedBy the request whose command finished the visit
        record WrapUp(VisitId visit, RequestId finishedBy) implements Work {}

        record Paused(Code reason) implements Work {}
    }

    /// A call that is not answered yet.
    ///
    /// @param index of its `call.made`
    /// @param previous the visit that the same command had finished
    /// @param overtaken the visits that it went before
    /// @param attempts the call and its repetitions
    public record Call(
            long index,
            VisitId visit,
            Instant at,
            Event.Previous previous,
            List<VisitId> overtaken,
            List<Attempt> attempts) {

        public Call {
            overtaken = List.copyOf(overtaken);
            attempts = List.copyOf(attempts);
        }

        /// The calls that count towards a no-show: the first acknowledged one, and each later one
        /// at least `apart` after the last counted.
        public List<Attempt> counted(Duration apart) {
            var counted = new ArrayList<Attempt>();
            for (var attempt : attempts) {
                if (attempt.acknowledged()
                        && (counted.isEmpty()
                                || !attempt.at().isBefore(counted.getLast().at().plus(apart)))) {
                    counted.add(attempt);
                }
            }
            return counted;
        }

        /// The earliest instant at which it may be repeated.
        public Instant repeatableFrom(Duration spacing) {
            return attempts.getLast().at().plus(spacing);
        }

        /// The earliest instant at which it counts as unanswered; empty while calls are lacking.
        public Optional<Instant> unansweredFrom(Policy.NoShow rule) {
            var counted = counted(rule.apart());
            return counted.size() < rule.calls()
                    ? Optional.empty()
                    : Optional.of(counted.getLast().at().plus(rule.apart()));
        }

        Call repeated(Attempt attempt) {
            var more = new ArrayList<>(attempts);
            more.add(attempt);
            return new Call(index, visit, at, previous, overtaken, more);
        }

        Call shown(long attempt, DeviceId board) {
            var shown = attempts.stream().map(a -> a.index() == attempt ? a.shown(board) : a);
            return new Call(index, visit, at, previous, overtaken, shown.toList());
        }
    }

    /// A call or one of its repetitions.
    ///
    /// @param index of the `call.made` or `call.repeated`
    /// @param unacknowledged no board could show it, so it counts without
    /// @param shownBy the boards that have shown it
    public record Attempt(long index, Instant at, boolean unacknowledged, List<DeviceId> shownBy) {

        public Attempt {
            shownBy = List.copyOf(shownBy);
        }

        public boolean acknowledged() {
            return unacknowledged || !shownBy.isEmpty();
        }

        Attempt shown(DeviceId board) {
            var boards = new ArrayList<>(shownBy);
            boards.add(board);
            return new Attempt(index, at, unacknowledged, boards);
        }
    }

    public Desk {
        primary = List.copyOf(primary);
        secondary = List.copyOf(secondary);
    }

    /// A group that is named twice counts once, and as primary where it is both.
    static Desk opened(DeskId id, Actor by, List<GroupCode> primary, List<GroupCode> secondary) {
        return new Desk(
                id,
                by,
                primary.stream().distinct().toList(),
                secondary.stream().distinct().filter(group -> !primary.contains(group)).toList(),
                new Work.Ready());
    }

    Desk at(Work work) {
        return new Desk(id, by, primary, secondary, work);
    }

    /// Who is served, with a ticket or without.
    Optional<VisitId> served() {
        return work instanceof Work.Calling ? Optional.empty() : visit();
    }

    /// The same work in other hands: who was called waits again, who is served is served on.
    Desk taken(Actor by, List<GroupCode> primary, List<GroupCode> secondary) {
        var taken = opened(id, by, primary, secondary);
        return served().isPresent() ? taken.at(work) : taken;
    }

    public boolean isPaused() {
        return work instanceof Work.Paused;
    }

    public boolean has(GroupCode group) {
        return primary.contains(group) || secondary.contains(group);
    }

    /// The visit with which the desk is busy: called or served.
    public Optional<VisitId> visit() {
        return switch (work) {
            case Work.Calling(var call) -> Optional.of(call.visit());
            case Work.Serving(var visit) -> Optional.of(visit);
            case Work.Direct(var service) -> Optional.of(service);
            case Work.Ready _, Work.WrapUp _, Work.Paused _ -> Optional.empty();
        };
    }

    /// Until when the call in hand may be undone; empty where there is none, or it may not.
    public Optional<Instant> undoableUntil(People people, Duration undoSeconds) {
        return work instanceof Work.Calling(var call)
                        && CallRules.hindrance(people, id, call).isEmpty()
                ? Optional.of(call.at().plus(undoSeconds))
                : Optional.empty();
    }

    /// The attempt with this log index, where it belongs to the call in hand.
    Optional<Attempt> attempt(long index) {
        return work instanceof Work.Calling(var call)
                ? call.attempts().stream().filter(a -> a.index() == index).findFirst()
                : Optional.empty();
    }
}
