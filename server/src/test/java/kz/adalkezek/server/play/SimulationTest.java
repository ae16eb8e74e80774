package kz.adalkezek.server.play;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import kz.adalkezek.queue.Carried;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Decision;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.EventCodec;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.PolicyCodec;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.Rulebook;
import kz.adalkezek.queue.Rules;
import kz.adalkezek.queue.TicketNumber;
import kz.adalkezek.queue.Visit;
import kz.adalkezek.queue.VisitId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SimulationTest {

    private static final long SEED = 20_261_123;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, SEED, Long.MIN_VALUE, Long.MAX_VALUE})
    void everythingHoldsInTheDaysOfASmallBranch(long seed) {
        var said = SmallBranch.plays(Rules::decide, seed, 3);
        assertThat(said.text()).contains("What must always hold held").doesNotContain("BROKEN");
        assertThat(said.held()).isTrue();
    }

    @Test
    void nobodyIsOvertakenPastTheLimitWhereItIsReached() {
        var calls = new EnumMap<Event.Rule, Integer>(Event.Rule.class);
        Law counting =
                (line, command, wishes, now) -> {
                    var decision = Rules.decide(line, command, wishes, now);
                    for (var entry : decision.entries()) {
                        if (entry.event() instanceof Event.CallMade call) {
                            calls.merge(call.rule(), 1, Integer::sum);
                        }
                    }
                    return decision;
                };
        assertThat(SmallBranch.plays(counting, SEED, 3, 1).held()).isTrue();
        assertThat(calls.keySet()).containsExactlyInAnyOrder(Event.Rule.values());
    }

    @Test
    void peopleComeWithBookingsInTimeAndLateAndWithGroundsThatTheyDoNotShow() {
        var tickets = new HashMap<VisitId, Event.TicketIssued>();
        var withoutProof = new ArrayList<VisitId>();
        Law noting =
                (line, command, wishes, now) -> {
                    var decision = Rules.decide(line, command, wishes, now);
                    for (var entry : decision.entries()) {
                        if (entry.event() instanceof Event.TicketIssued ticket
                                && ticket.checkIn().isPresent()) {
                            tickets.put(new VisitId(entry.index()), ticket);
                        }
                        if (entry.event() instanceof Event.GroundNotShown(var visit, _, _)) {
                            withoutProof.add(visit);
                        }
                    }
                    return decision;
                };
        assertThat(SmallBranch.plays(noting, SEED, 3).held()).isTrue();
        assertThat(withoutProof).anyMatch(tickets::containsKey);
        assertThat(tickets.values())
                .anyMatch(ticket -> ticket.claim().isAfter(ticket.arrival()))
                .anyMatch(
                        ticket -> ticket.credit() == 0 && ticket.fair().isBefore(ticket.arrival()))
                .anyMatch(ticket -> ticket.credit() == 0 && ticket.fair().equals(ticket.arrival()));
    }

    @Test
    void namesAFairTimeThatNoBookingGives() {
        var said = SmallBranch.plays(edited((_, event) -> muchEarlier(event)), SEED, 3);
        assertThat(said.held()).isFalse();
        assertThat(said.text()).contains("1: no booking gives this claim and fair time");
    }

    @Test
    void whateverABranchCanMeetHappensInAFewDays() {
        var kinds = new TreeSet<String>();
        Law listening =
                (line, command, wishes, now) -> {
                    var decision = Rules.decide(line, command, wishes, now);
                    decision.entries().forEach(entry -> kinds.add(EventCodec.type(entry.event())));
                    return decision;
                };
        assertThat(SmallBranch.plays(listening, SEED, 12).held()).isTrue();
        assertThat(kinds)
                .contains(
                        "clock.step",
                        "device.state",
                        "desk.taken",
                        "desk.paused",
                        "document.requested",
                        "service.added",
                        "service.transferred",
                        "service.parked",
                        "call.withdrawn",
                        "call.returned",
                        "ticket.voided",
                        "refused",
                        "rated");
    }

    @Test
    void namesACommandThatHasTwoEffects() {
        // A branch that has forgotten its requests whenever a clerk calls.
        Law forgetful =
                (line, command, wishes, now) -> {
                    var decision = Rules.decide(line, command, wishes, now);
                    return decision instanceof Decision.Repeated
                                    && command instanceof Command.CallNext call
                            ? Rules.decide(line, renamed(call), wishes, now)
                            : decision;
                };
        var said = SmallBranch.plays(forgetful, SEED, 12);
        assertThat(said.held()).isFalse();
        assertThat(said.text()).contains("(CallNext): 6: sent again, it is answered");
    }

    private static Command renamed(Command.CallNext call) {
        var id = call.request().value();
        var other = new UUID(id.getMostSignificantBits(), ~id.getLeastSignificantBits());
        return new Command.CallNext(new RequestId(other), call.by(), call.desk());
    }

    @Test
    void namesAnOvertakePastTheLimit() {
        // Published is a limit of one, and the desks call as if it were twenty.
        Law deaf =
                (line, command, wishes, now) ->
                        command instanceof Command.CallNext
                                ? Rules.decide(withLimit(line, 20), command, wishes, now)
                                : Rules.decide(line, command, wishes, now);
        var said = SmallBranch.plays(deaf, SEED, 3, 1);
        assertThat(said.held()).isFalse();
        assertThat(said.text()).containsPattern("3: visit \\d+ is overtaken past the limit");
    }

    private static Line withLimit(Line line, int limit) {
        var published = line.rulebook().policies().getFirst();
        var policy = PolicyCodec.read(SmallBranch.policy(limit).getBytes(UTF_8));
        var book =
                new Rulebook(
                        List.of(
                                new Carried.PublishedPolicy(
                                        published.index(), published.from(), policy)),
                        line.rulebook().catalogues());
        return new Line(
                line.size(),
                line.at(),
                line.day(),
                book,
                line.hall(),
                line.people(),
                line.memory(),
                line.totals(),
                line.bookings(),
                line.leases(),
                line.findings());
    }

    @Test
    void theSameSeedIsTheSameOutput() {
        var first = SmallBranch.plays(Rules::decide, SEED, 2).text();
        assertThat(SmallBranch.plays(Rules::decide, SEED, 2).text()).isEqualTo(first);
        assertThat(SmallBranch.plays(Rules::decide, SEED + 1, 2).text()).isNotEqualTo(first);
    }

    @Test
    void namesACallThatIsNotTheLawsChoice() {
        var said = SmallBranch.plays(edited(SimulationTest::toSomebodyElse), SEED, 3);
        assertThat(said.held()).isFalse();
        assertThat(said.text())
                .containsPattern(
                        "seed " + SEED + ", day 2026-11-23, entry \\d+ \\(call.made\\): 1:")
                .contains("1: it is not the law's choice");
    }

    @Test
    void namesANumberThatIsLeftOut() {
        var said = SmallBranch.plays(edited((_, event) -> skipped(event)), SEED, 3);
        assertThat(said.held()).isFalse();
        assertThat(said.text())
                .containsPattern("entry \\d+ \\(ticket.issued\\): 6: a number is left out");
    }

    @Test
    void namesAnOverrideWithoutAReason() {
        var said = SmallBranch.plays(edited((_, event) -> unexplained(event)), SEED, 3);
        assertThat(said.held()).isFalse();
        assertThat(said.text())
                .containsPattern("entry \\d+ \\(call.made\\): 1: an override has no reason");
    }

    /// The law, but some of its events become others on the way into the log.
    private static Law edited(BiFunction<Line, Event, Optional<Event>> fault) {
        return (line, command, wishes, now) -> {
            var lawful = Rules.decide(line, command, wishes, now);
            if (!(lawful instanceof Decision.Accepted(var entries))
                    || entries.size() > 1
                    || fault.apply(line, entries.getFirst().event()).isEmpty()) {
                return lawful;
            }
            var entry = entries.getFirst();
            return new Decision.Accepted(
                    List.of(
                            new Entry(
                                    entry.index(),
                                    entry.at(),
                                    entry.by(),
                                    entry.dn(),
                                    entry.request(),
                                    entry.more(),
                                    fault.apply(line, entry.event()).orElseThrow())));
        };
    }

    private static Optional<Event> toSomebodyElse(Line line, Event event) {
        if (!(event instanceof Event.CallMade call) || call.rule() != Event.Rule.ORDER) {
            return Optional.empty();
        }
        Optional<VisitId> last = Optional.empty();
        for (var pair : line.people().visits()) {
            if (pair.value().stage() instanceof Visit.Stage.Waiting) {
                last = Optional.of(pair.key());
            }
        }
        return last.filter(visit -> !visit.equals(call.visit()))
                .map(visit ->
                        new Event.CallMade(
                                visit,
                                call.desk(),
                                call.rule(),
                                call.policy(),
                                call.eligible(),
                                call.overtaken(),
                                call.reason(),
                                call.unacknowledged()));
    }

    private static Optional<Event> skipped(Event event) {
        return event instanceof Event.TicketIssued ticket && ticket.number().ordinal() == 9
                ? Optional.of(
                        new Event.TicketIssued(
                                new TicketNumber(ticket.number().letter(), 10),
                                ticket.groups(),
                                ticket.arrival(),
                                ticket.touch(),
                                ticket.claim(),
                                ticket.credit(),
                                ticket.fair(),
                                ticket.policy(),
                                ticket.commitment(),
                                ticket.checkIn()))
                : Optional.empty();
    }

    private static Optional<Event> muchEarlier(Event event) {
        return event instanceof Event.TicketIssued ticket && ticket.checkIn().isPresent()
                ? Optional.of(
                        new Event.TicketIssued(
                                ticket.number(),
                                ticket.groups(),
                                ticket.arrival(),
                                ticket.touch(),
                                ticket.claim(),
                                ticket.credit(),
                                ticket.fair().minusSeconds(60),
                                ticket.policy(),
                                ticket.commitment(),
                                ticket.checkIn()))
                : Optional.empty();
    }

    private static Optional<Event> unexplained(Event event) {
        return event instanceof Event.CallMade call && call.rule() == Event.Rule.ORDER
                ? Optional.of(
                        new Event.CallMade(
                                call.visit(),
                                call.desk(),
                                Event.Rule.OVERRIDE,
                                call.policy(),
                                call.eligible(),
                                call.overtaken(),
                                call.reason(),
                                call.unacknowledged()))
                : Optional.empty();
    }
}
