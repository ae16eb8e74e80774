package kz.adalkezek.queue;

import java.util.Optional;

/// The answers given, by request id, for this business day and the one before, so that a command
/// sent again has one effect.
///
/// @param from the log index from which ids are remembered
/// @param dayFrom the log index at which this day began
public record Memory(
        Sorted<RequestId, Answer> today,
        Sorted<RequestId, Answer> dayBefore,
        long from,
        long dayFrom) {

    public sealed interface Answer {
        /// @param index of the first event of the command
        record Done(long index) implements Answer {}

        record No(Refusal why) implements Answer {}
    }

    static final Memory EMPTY = new Memory(Sorted.empty(), Sorted.empty(), 0, 0);

    public Optional<Answer> answer(RequestId request) {
        return today.get(request).or(() -> dayBefore.get(request));
    }

    /// Whether a request of this day had an answer on another, which came before.
    public boolean repeats(Memory before) {
        var ours = today.iterator();
        var theirs = before.today.iterator();
        if (!ours.hasNext() || !theirs.hasNext()) {
            return false;
        }
        var one = ours.next().key();
        var other = theirs.next().key();
        while (!one.equals(other)) {
            boolean isOursBehind = one.compareTo(other) < 0;
            if (!(isOursBehind ? ours : theirs).hasNext()) {
                return false;
            }
            one = isOursBehind ? ours.next().key() : one;
            other = isOursBehind ? other : theirs.next().key();
        }
        return true;
    }

    Memory with(Entry entry) {
        if (today.has(entry.request())) {
            return this;
        }
        var answer =
                entry.event() instanceof Event.Refused(_, var why)
                        ? new Answer.No(why)
                        : new Answer.Done(entry.index());
        return new Memory(today.put(entry.request(), answer), dayBefore, from, dayFrom);
    }

    /// A business day begins at this index: what was today is now the day before.
    Memory turned(long index) {
        return new Memory(Sorted.empty(), today, dayFrom, index);
    }
}
