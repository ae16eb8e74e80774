package kz.adalkezek.server.branch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import kz.adalkezek.queue.Entry;

/// Hands each new entry to everyone who listens. A listener that falls behind loses its seat and is
/// never waited for: it comes back with the last index it saw and reads the rest from the log.
public final class Feed {

    public static final int MAILBOX_MAX = 1_024;

    private final Set<Seat> seats = ConcurrentHashMap.newKeySet();

    /// An entry that is durable and signed, with the text of its leaf.
    public record Item(Entry entry, String leaf) {}

    /// One listener's mailbox. Used by one reading thread.
    public final class Seat implements AutoCloseable {

        private final BlockingQueue<Item> mailbox = new ArrayBlockingQueue<>(MAILBOX_MAX);
        private volatile boolean lost;

        /// The items that came since the last call, or nothing when the time is over.
        ///
        /// @return nothing more, ever, once the seat is lost and its mailbox is read
        public List<Item> await(long timeoutMs) throws InterruptedException {
            var first = mailbox.poll(timeoutMs, TimeUnit.MILLISECONDS);
            if (first == null) {
                return List.of();
            }
            var items = new ArrayList<Item>();
            items.add(first);
            mailbox.drainTo(items);
            return items;
        }

        /// Whether the listener was too slow. What is still in the mailbox is in order and
        /// complete.
        public boolean isLost() {
            return lost;
        }

        @Override
        public void close() {
            seats.remove(this);
        }

        private boolean takes(Item item) {
            if (!mailbox.offer(item)) {
                lost = true;
            }
            return !lost;
        }
    }

    /// Takes a seat first; then the listener reads from the log what came before.
    public Seat seat() {
        var seat = new Seat();
        seats.add(seat);
        return seat;
    }

    public int listeners() {
        return seats.size();
    }

    void publish(List<Item> items) {
        for (var item : items) {
            seats.removeIf(seat -> !seat.takes(item));
        }
    }
}
