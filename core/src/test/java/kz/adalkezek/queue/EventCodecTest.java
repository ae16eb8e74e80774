package kz.adalkezek.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.adalkezek.log.Commitment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The bytes of every event are those that `docs/events.md` shows, and every event is shown there.
class EventCodecTest {

    private static final Set<String> COMMON =
            Set.of("i", "v", "t", "at", "by", "dn", "request", "more");

    /// The table of events in the law of the queue.
    private static final List<String> LAW =
            List.of(
                    "log.opened key.rotated backup.restored software.started clock.step heartbeat",
                    "gap.declared day.opened day.closed policy.published catalogue.published",
                    "device.enrolled device.revoked device.state numbers.leased numbers.released",
                    "ticket.issued booking.made visit.coming ticket.handed ticket.reprinted",
                    "ticket.voided ticket.restored ticket.left desk.opened desk.closed desk.paused",
                    "desk.resumed desk.taken call.made call.repeated call.shown call.withdrawn",
                    "call.unanswered call.returned service.started ground.shown ground.not-shown",
                    "service.parked service.resumed service.transferred service.added",
                    "document.requested service.finished service.direct clock.disputed refused",
                    "rated finding.raised finding.answered finding.escalated");

    private static final EventPage PAGE = new EventPage();

    static Stream<Arguments> examples() {
        var entries = GoldenEntries.all();
        assertThat(PAGE.examples()).hasSameSizeAs(entries);
        return IntStream.range(0, entries.size())
                .mapToObj(i -> Arguments.of(PAGE.examples().get(i), entries.get(i)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void writesTheBytesOfThePage(String leaf, Entry entry) {
        assertThat(new String(EventCodec.encode(entry), UTF_8)).isEqualTo(leaf);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsTheBytesOfThePage(String leaf, Entry entry) {
        assertThat(EventCodec.decode(leaf.getBytes(UTF_8))).isEqualTo(entry);
    }

    static Set<String> types() {
        return PAGE.types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void explainsExactlyTheMembersThatTheExamplesOfATypeHave(String type) {
        var seen = new HashSet<String>();
        for (var leaf : PAGE.examples(type)) {
            var members = StrictJson.read(leaf.getBytes(UTF_8));
            assertThat(members).containsEntry("t", type);
            seen.addAll(members.keySet());
        }
        seen.removeAll(COMMON);
        assertThat(PAGE.members(type)).isEqualTo(seen);
    }

    @Test
    void showsEveryEventThatThereIs() {
        var shown = new HashSet<Class<?>>();
        GoldenEntries.all().forEach(entry -> shown.add(entry.event().getClass()));
        assertThat(shown).containsExactlyInAnyOrder(Event.class.getPermittedSubclasses());
    }

    @Test
    void namesEveryTypeOfTheLawInUseOrReserved() {
        var named = new HashSet<>(PAGE.types());
        named.addAll(PAGE.reserved());
        var law = LAW.stream().flatMap(line -> Stream.of(line.split(" "))).toList();
        assertThat(named).containsExactlyInAnyOrderElementsOf(law);
        assertThat(PAGE.reserved()).doesNotContainAnyElementsOf(PAGE.types());
    }

    @Test
    void commitsToATicketAsThePageSays() {
        var key = java.util.HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
        var chosen = Map.of("language", "kk", "services", List.of("ID-CARD"));
        var withGround =
                Map.of("ground", "P-BABY", "language", "kk", "services", List.of("ID-CARD"));
        var leaves = PAGE.examples("ticket.issued");
        assertThat(c(leaves.get(0))).isEqualTo(Commitment.of(key, chosen));
        assertThat(c(leaves.get(1))).isEqualTo(Commitment.of(key, withGround));
    }

    private static Object c(String leaf) {
        return StrictJson.read(leaf.getBytes(UTF_8)).getOrDefault("c", "");
    }
}
