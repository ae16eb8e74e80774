package kz.adalkezek.server.play;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/// Who acts when. Each player stands in it once at most; of two at one instant the one who was put
/// there first acts first. Used by one thread.
final class Agenda {

    private record Turn(Instant at, long order, Player player) {}

    private final PriorityQueue<Turn> turns =
            new PriorityQueue<>(Comparator.comparing(Turn::at).thenComparing(Turn::order));
    private final Map<Player, Turn> newest = new HashMap<>();
    private long orders;

    /// Replaces what was planned for this player.
    void put(Player player, Instant at) {
        var turn = new Turn(at, ++orders, player);
        newest.put(player, turn);
        turns.add(turn);
    }

    /// The instant of the next turn.
    Optional<Instant> next() {
        while (!turns.isEmpty() && !turns.peek().equals(newest.get(turns.peek().player()))) {
            turns.remove();
        }
        return Optional.ofNullable(turns.peek()).map(Turn::at);
    }

    /// Lets the next player act.
    ///
    /// @param now not before [#next]
    void play(Instant now) {
        if (next().isEmpty()) {
            throw new IllegalStateException("nobody has planned anything");
        }
        var player = turns.remove().player();
        newest.remove(player);
        // Somebody else may have put the player back meanwhile; what the player says counts.
        player.plays(now).ifPresent(at -> put(player, at));
    }
}
