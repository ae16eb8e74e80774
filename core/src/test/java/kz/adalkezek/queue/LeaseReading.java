package kz.adalkezek.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Law 6 a second time: each number of a letter and day is issued or released once, and none is
/// left out. Shares no code with the rules.
final class LeaseReading {

    private record Series(char letter, LocalDate day) {}

    /// Who holds which numbers of each series.
    private final Map<Series, NavigableMap<Integer, DeviceId>> held = new HashMap<>();

    private final Map<Character, Integer> highest = new HashMap<>();
    private final Map<DeviceId, Long> newestEntry = new HashMap<>();
    private LocalDate today = LocalDate.MIN;

    void read(Entry entry) {
        switch (entry.event()) {
            case Event.DayOpened(var day, var state, _) -> {
                highest.clear();
                today = day;
                assertThat(state.leases().open().stream().mapToInt(it -> it.left().size()).sum())
                        .isEqualTo(held.values().stream().mapToInt(Map::size).sum());
            }
            case Event.NumbersLeased(var device, var block) -> {
                assertThat(block.day()).isEqualTo(today);
                assertThat(block.from()).isEqualTo(highest.getOrDefault(block.letter(), 0) + 1);
                highest.put(block.letter(), block.to());
                for (int number = block.from(); number <= block.to(); number++) {
                    of(block.letter(), block.day()).put(number, device);
                }
            }
            case Event.NumbersReleased(var device, var block) -> {
                for (int number = block.from(); number <= block.to(); number++) {
                    frees(new TicketNumber(block.letter(), number), block.day(), device);
                }
            }
            case Event.TicketIssued ticket when ticket.offline().isPresent() ->
                    offline(entry, ticket, ticket.offline().get());
            case Event.TicketIssued ticket ->
                    assertThat(ticket.number().ordinal())
                            .isEqualTo(highest.merge(ticket.number().letter(), 1, Integer::sum));
            default -> {}
        }
    }

    private void offline(Entry entry, Event.TicketIssued ticket, Event.Offline offline) {
        var device = ((Actor.Device) entry.by()).id();
        frees(ticket.number(), offline.day(), device);
        long number = offline.signed().orElseThrow().entry();
        assertThat(number).isGreaterThan(newestEntry.getOrDefault(device, 0L));
        newestEntry.put(device, number);
    }

    /// The next one of the device, and held by it alone.
    private void frees(TicketNumber number, LocalDate day, DeviceId device) {
        var series = of(number.letter(), day);
        var next =
                series.entrySet().stream().filter(it -> it.getValue().equals(device)).findFirst();
        assertThat(next.orElseThrow().getKey()).isEqualTo(number.ordinal());
        series.remove(number.ordinal());
    }

    private NavigableMap<Integer, DeviceId> of(char letter, LocalDate day) {
        return held.computeIfAbsent(new Series(letter, day), _ -> new TreeMap<>());
    }
}
