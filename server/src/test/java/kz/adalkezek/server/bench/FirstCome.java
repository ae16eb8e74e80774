package kz.adalkezek.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/// The promise said a second way, without the product's rules: with no grounds and no bookings each
/// desk calls whoever came first in its own groups. Counts where a log broke it.
final class FirstCome {

    private record Waiting(long claim, long visit) {}

    private record Ticket(Waiting place, String group) {}

    private static final Comparator<Waiting> ORDER =
            Comparator.comparingLong(Waiting::claim).thenComparingLong(Waiting::visit);

    private final Map<Long, Ticket> tickets = new HashMap<>();
    private final Map<String, NavigableSet<Waiting>> waiting = new HashMap<>();
    private final Map<Long, List<String>> desks = new HashMap<>();
    private int calls;
    private int doubles;
    private int skips;

    /// @param doubles calls of a visit that did not wait
    /// @param skips calls of a visit that was not the first
    record Counted(int calls, int doubles, int skips) {}

    static Counted in(List<JsonNode> entries) {
        var promise = new FirstCome();
        entries.forEach(promise::next);
        return new Counted(promise.calls, promise.doubles, promise.skips);
    }

    private void next(JsonNode entry) {
        long index = entry.path("i").asLong();
        long visit = entry.path("visit").asLong();
        switch (entry.path("t").asText()) {
            case "ticket.issued" -> {
                var place = new Waiting(entry.path("claim").asLong(), index);
                tickets.put(index, new Ticket(place, entry.path("groups").path(0).asText()));
            }
            case "ticket.handed" -> {
                var ticket = ticket(visit);
                of(ticket.group()).add(ticket.place());
            }
            case "desk.opened" -> desks.put(entry.path("desk").asLong(), groups(entry));
            case "call.made" ->
                    call(visit, desks.getOrDefault(entry.path("desk").asLong(), List.of()));
            default -> {}
        }
    }

    private void call(long visit, List<String> groups) {
        calls++;
        var ticket = ticket(visit);
        boolean first =
                groups.stream()
                        .flatMap(group -> of(group).stream().limit(1))
                        .min(ORDER)
                        .filter(ticket.place()::equals)
                        .isPresent();
        if (!of(ticket.group()).remove(ticket.place())) {
            doubles++;
        } else if (!first) {
            skips++;
        }
    }

    private Ticket ticket(long visit) {
        var ticket = tickets.get(visit);
        if (ticket == null) {
            throw new IllegalStateException("no ticket was issued at " + visit);
        }
        return ticket;
    }

    private NavigableSet<Waiting> of(String group) {
        return waiting.computeIfAbsent(group, _ -> new TreeSet<>(ORDER));
    }

    private static List<String> groups(JsonNode opened) {
        return opened.path("primary").valueStream().map(JsonNode::asText).toList();
    }
}
