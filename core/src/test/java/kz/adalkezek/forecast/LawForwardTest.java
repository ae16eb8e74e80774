package kz.adalkezek.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Decision;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.Policy;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.Rules;
import kz.adalkezek.queue.SamplePolicy;
import kz.adalkezek.queue.Visit;
import kz.adalkezek.queue.VisitId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where every time is known, the future must be what the law itself does: halls drawn at random,
/// once forecast, and once played through [Rules] with the same times.
final class LawForwardTest {

    private static final Instant NINE = Instant.parse("2026-11-23T04:00:00Z");
    private static final Code HALL = new Code("main");
    private static final Actor KIOSK = new Actor.Device(new DeviceId("k1"));
    private static final List<GroupCode> GROUPS =
            List.of(new GroupCode("A"), new GroupCode("B"), new GroupCode("C"));
    private static final Policy.Limits UNLIMITED = new Policy.Limits(0, 0, 0);
    private static final int HALLS = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theFutureIsWhatTheLawDoes(long seed) {
        var random = new Random(seed);
        int waits = 0;
        for (int i = 0; i < HALLS; i++) {
            var hall = new Office(random);
            hall.fills();
            var forecast = hall.forecast();
            var real = hall.plays();
            assertThat(forecast).as("hall %d of seed %d", i, seed).isEqualTo(real);
            waits += real.size();
        }
        assertThat(waits).isGreaterThan(HALLS * 5);
    }

    /// Everything takes a time that belongs to it, so that no two desks are ever free at once.
    private record Fixed() implements Times {
        static long serviceMs(VisitId visit, int leg) {
            return 60_000 + (visit.index() * 7_919 + leg * 104_729L) % 900_000;
        }

        @Override
        public Optional<Instant> startedAt(DeskId desk) {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> finishedAt(DeskId desk) {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> pausedAt(DeskId desk) {
            return Optional.empty();
        }

        @Override
        public Pace walk() {
            return new Pace(0, 0);
        }

        @Override
        public Pace wrapUp() {
            return new Pace(0, 0);
        }

        @Override
        public Pace pause() {
            return new Pace(0, 0);
        }

        @Override
        public Pace unansweredCall() {
            return new Pace(0, 0);
        }

        @Override
        public double unansweredShare() {
            return 0;
        }

        @Override
        public Collection<Credited> credited() {
            return List.of();
        }

        @Override
        public Pace group(GroupCode group) {
            return new Pace(1, 0);
        }

        @Override
        public List<Pace> leg(Visit visit, int leg) {
            return List.of(new Pace(serviceMs(visit.id(), leg), 0));
        }
    }

    private record Ends(Instant at, DeskId desk) implements Comparable<Ends> {
        @Override
        public int compareTo(Ends other) {
            int order = at.compareTo(other.at);
            return order == 0 ? desk.compareTo(other.desk) : order;
        }
    }

    private static final class Office {

        private final Random random;
        private Line line = Line.EMPTY;
        private Instant now = NINE;
        private long requests;

        Office(Random random) {
            this.random = random;
        }

        void fills() {
            var policy =
                    SamplePolicy.with(
                            "t",
                            1 + random.nextInt(3),
                            Duration.ofMinutes(1 + random.nextInt(20)),
                            UNLIMITED);
            asks(new Command.OpenLog(request(), "example.kz/branch/1", "00", ""));
            asks(new Command.PublishPolicy(request(), Actor.BRANCH, Command.AT_ONCE, policy));
            var letters = new HashMap<GroupCode, Character>();
            GROUPS.forEach(group -> letters.put(group, 'A'));
            asks(
                    new Command.PublishCatalogue(
                            request(),
                            Actor.BRANCH,
                            Command.AT_ONCE,
                            "t",
                            "A".repeat(43),
                            letters));
            asks(
                    new Command.EnrolDevice(
                            request(),
                            Actor.BRANCH,
                            new DeviceId("k1"),
                            Event.DeviceKind.KIOSK,
                            HALL));
            int desks = 1 + random.nextInt(4);
            var counters = new HashMap<DeskId, Code>();
            for (int d = 1; d <= desks; d++) {
                counters.put(new DeskId(d), HALL);
            }
            asks(
                    new Command.OpenDay(
                            request(), Actor.BRANCH, LocalDate.of(2026, 11, 23), counters));
            for (int d = 1; d <= desks; d++) {
                // The first desk reaches everybody, so that everybody is called one day.
                var primary = d == 1 ? GROUPS.subList(0, 2) : some();
                var secondary = d == 1 ? GROUPS.subList(2, 3) : some();
                asks(new Command.OpenDesk(request(), clerk(d), new DeskId(d), primary, secondary));
            }
            int people = 1 + random.nextInt(25);
            for (int i = 0; i < people; i++) {
                now = now.plusMillis(random.nextInt(4 * 60_000));
                var groups = new ArrayList<GroupCode>();
                int legs = random.nextInt(4) == 0 ? 2 : 1;
                for (int leg = 0; leg < legs; leg++) {
                    groups.add(GROUPS.get(random.nextInt(GROUPS.size())));
                }
                int credit = random.nextInt(3) == 0 ? 15 * (1 + random.nextInt(2)) : 0;
                var taken =
                        asks(
                                new Command.TakeTicket(
                                        request(),
                                        KIOSK,
                                        groups,
                                        Command.Touched.UNKNOWN,
                                        credit,
                                        "A".repeat(43)));
                var visit = new VisitId(taken.entries().getFirst().index());
                asks(
                        new Command.HandTicket(
                                request(), KIOSK, visit, Event.Handing.PRINTED, Code.NONE));
            }
            now = now.plusMillis(1 + random.nextInt(10 * 60_000));
        }

        private List<GroupCode> some() {
            var some = new ArrayList<GroupCode>();
            for (var group : GROUPS) {
                if (random.nextBoolean()) {
                    some.add(group);
                }
            }
            return some.isEmpty() ? GROUPS.subList(1, 3) : some;
        }

        /// How long each will still wait until the first call, milliseconds.
        Map<VisitId, Long> forecast() {
            var policy = line.rulebook().policyAt(now).orElseThrow();
            var scene = new Scene(line.asOf(now), now, policy, new Fixed(), List.of());
            var future = new Future(scene, new Fixed(), new SplittableRandom(1));
            // The second time everything must be as the first.
            future.play();
            future.play();
            var waits = new HashMap<VisitId, Long>();
            for (int v = 0; v < future.called.length; v++) {
                if (scene.asked[v]) {
                    waits.put(scene.visits.get(v), (long) future.called[v]);
                }
            }
            return waits;
        }

        /// The same with the law itself: a desk asks for the next one as soon as it is free.
        Map<VisitId, Long> plays() {
            var start = now;
            var called = new HashMap<VisitId, Long>();
            var ends = new PriorityQueue<Ends>();
            var policy = line.rulebook().policyAt(now).orElseThrow();
            var helped = new PriorityQueue<Instant>();
            line.people().visits().forEach(pair -> helps(pair.value(), policy.helpAfter(), helped));
            for (var pair : line.hall().desks()) {
                next(pair.key(), start, called, ends);
            }
            while (!ends.isEmpty() || !helped.isEmpty()) {
                var end = ends.peek();
                if (end == null || (!helped.isEmpty() && !helped.peek().isAfter(end.at()))) {
                    now = later(helped.remove());
                } else {
                    ends.remove();
                    now = end.at();
                    next(end.desk(), start, called, ends);
                }
                for (var pair : line.hall().desks()) {
                    if (pair.value().visit().isEmpty()) {
                        next(pair.key(), start, called, ends);
                    }
                }
                line.people()
                        .visits()
                        .forEach(pair -> helps(pair.value(), policy.helpAfter(), helped));
            }
            return called;
        }

        private Instant later(Instant instant) {
            return instant.isBefore(now) ? now : instant;
        }

        private void helps(Visit visit, Duration helpAfter, PriorityQueue<Instant> helped) {
            if (visit.stage() instanceof Visit.Stage.Waiting(var since)) {
                var at = since.plus(helpAfter);
                if (at.isAfter(now) && !helped.contains(at)) {
                    helped.add(at);
                }
            }
        }

        private void next(
                DeskId id, Instant start, Map<VisitId, Long> called, PriorityQueue<Ends> ends) {
            asks(new Command.CallNext(request(), clerk(id.counter()), id));
            var desk = line.hall().desks().get(id).orElseThrow();
            if (desk.visit().isEmpty()) {
                return;
            }
            var visit = line.people().visit(desk.visit().get()).orElseThrow();
            if (visit.stage() instanceof Visit.Stage.Called) {
                called.putIfAbsent(visit.id(), Duration.between(start, now).toMillis());
                if (visit.ground() == Visit.Ground.CLAIMED) {
                    asks(new Command.RecordGround(request(), clerk(id.counter()), id, true));
                }
                asks(new Command.StartService(request(), clerk(id.counter()), id));
            }
            long time = Fixed.serviceMs(visit.id(), visit.leg());
            ends.add(new Ends(now.plusMillis(time), id));
        }

        private Decision asks(Command command) {
            var decision = Rules.decide(line, command, now);
            if (decision instanceof Decision.Refused(var why, _)) {
                throw new AssertionError(command + " was refused: " + why);
            }
            for (var entry : decision.entries()) {
                line = line.after(entry);
            }
            return decision;
        }

        private RequestId request() {
            return new RequestId(new UUID(0, ++requests));
        }

        private static Actor clerk(int counter) {
            return new Actor.Operator("o-" + counter);
        }
    }
}
