package kz.adalkezek.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kz.adalkezek.queue.Decision.Accepted;
import kz.adalkezek.queue.Decision.Refused;

/// A kiosk of a simulated branch that is now and then without it: it holds numbers, gives them on
/// its own word, signed, and hands them over later, on the same day or after it. What is refused it
/// gives back, so that no number is left out.
final class LonelyKiosk {

    static final DeviceId ID = new DeviceId("k3");
    private static final Actor ITSELF = new Actor.Device(ID);
    private static final int HELD_MAX = 6;

    private record Given(
            KioskEntry entry,
            List<GroupCode> groups,
            Optional<Event.Handing> handed,
            Optional<RequestId> unanswered) {}

    private final Crowd crowd;
    private final Random random;
    private final Deque<Given> given = new ArrayDeque<>();
    private final Deque<Block> held = new ArrayDeque<>();
    private Optional<RequestId> unanswered = Optional.empty();
    private String head = KioskEntry.first(SignedKiosk.KEY);
    private long entries;
    private int merged;
    private int refused;

    LonelyKiosk(Crowd crowd, Random random) {
        this.crowd = crowd;
        this.random = random;
    }

    /// How many tickets have come in later, and how many of its numbers came back instead.
    int merged() {
        return merged;
    }

    void enrols() {
        crowd.asks(
                new Command.EnrolDevice(
                        crowd.request(),
                        Actor.BRANCH,
                        ID,
                        Event.DeviceKind.KIOSK,
                        Day.HALL,
                        Optional.of(SignedKiosk.KEY)));
    }

    void works() {
        switch (random.nextInt(6)) {
            case 0 -> leases();
            case 1, 2, 3 -> gives();
            case 4 -> handsOver();
            default -> asks();
        }
    }

    private void leases() {
        char letter = random.nextBoolean() ? 'K' : 'A';
        var lease =
                new Command.LeaseNumbers(
                        crowd.request(), ITSELF, letter, 1 + random.nextInt(HELD_MAX));
        if (crowd.asks(lease) instanceof Accepted(var all)
                && all.getFirst().event() instanceof Event.NumbersLeased(_, var block)) {
            held.add(block);
        }
    }

    /// Nobody hears of it but the citizen.
    private void gives() {
        if (held.isEmpty()) {
            return;
        }
        var block = held.remove();
        if (block.size() > 1) {
            held.addFirst(new Block(block.letter(), block.from() + 1, block.to(), block.day()));
        }
        var touched = crowd.branch().wall().minusSeconds(random.nextInt(20));
        var entry =
                new KioskEntry(
                        ID,
                        ++entries,
                        head,
                        crowd.request(),
                        new TicketNumber(block.letter(), block.from()),
                        block.day(),
                        touched,
                        policy(touched),
                        Day.COMMITMENT);
        head = entry.head();
        var group = block.letter() == 'A' ? Day.ID : random.nextBoolean() ? Day.SOC : Day.EMP;
        var handed =
                random.nextInt(5) == 0
                        ? Optional.<Event.Handing>empty()
                        : Optional.of(Event.Handing.PRINTED);
        given.add(new Given(entry, List.of(group), handed, unanswered));
        unanswered = Optional.empty();
    }

    private String policy(Instant at) {
        return crowd.branch()
                .line()
                .rulebook()
                .policyAt(at)
                .map(Policy::version)
                .orElse("policy-0");
    }

    /// All of it, or as far as the line holds.
    private void handsOver() {
        while (!given.isEmpty() && random.nextInt(9) > 0) {
            var next = given.remove();
            var merge =
                    new Command.MergeTicket(
                            next.entry().request(),
                            ITSELF,
                            next.entry().number(),
                            next.entry().day(),
                            next.groups(),
                            next.entry().touched(),
                            0,
                            next.entry().policy(),
                            next.entry().commitment(),
                            next.handed(),
                            Code.NONE,
                            given.size(),
                            next.unanswered(),
                            Optional.of(SignedKiosk.signed(next.entry())));
            switch (crowd.asks(merge)) {
                case Accepted _ -> {
                    merged++;
                    crowd.branch().passes(Duration.ofMillis(random.nextInt(300)));
                }
                case Refused(var why, _) -> {
                    // The wall clock may have gone back, or the rules changed while it was alone.
                    assertThat(why).isEqualTo(Refusal.POLICY_NOT_IN_FORCE);
                    givesBack(next.entry());
                }
                case Decision other -> throw new AssertionError(other);
            }
        }
    }

    private void givesBack(KioskEntry entry) {
        var number = entry.number();
        var block = new Block(number.letter(), number.ordinal(), number.ordinal(), entry.day());
        var release = new Command.ReleaseNumbers(crowd.request(), ITSELF, ID, block);
        assertThat(crowd.asks(release)).isInstanceOf(Accepted.class);
        refused++;
    }

    /// Also while it owes tickets, which the law refuses; the answer may be lost.
    private void asks() {
        var request = crowd.request();
        var take =
                new Command.TakeTicket(
                        request,
                        ITSELF,
                        List.of(Day.SOC),
                        Command.Touched.UNKNOWN,
                        0,
                        Day.COMMITMENT);
        if (crowd.asks(take) instanceof Accepted && random.nextBoolean()) {
            unanswered = Optional.of(request);
        }
    }

    @Override
    public String toString() {
        return merged + " merged, " + refused + " given back, " + given.size() + " to come";
    }
}
