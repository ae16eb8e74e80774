package kz.adalkezek.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import kz.adalkezek.log.Commitment;
import kz.adalkezek.queue.Carried.PublishedCatalogue;
import kz.adalkezek.queue.Carried.PublishedPolicy;
import kz.adalkezek.queue.Event.DeviceKind;
import kz.adalkezek.queue.Event.Handing;
import kz.adalkezek.queue.Event.Leaving;
import kz.adalkezek.queue.Event.Previous;
import kz.adalkezek.queue.Event.Rule;
import kz.adalkezek.queue.Event.Touch;

/// The entries whose exact bytes stand as examples in `docs/events.md`, each type in every variant,
/// in the order of that page.
final class GoldenEntries {

    private static final Instant NINE = Day.NINE;
    private static final Actor K1 = Day.KIOSK;
    private static final Actor B1 = Day.BOARD;
    private static final Actor HEAD = new Actor.Operator("o-5f21c09ab3");
    private static final Actor OPERATOR = new Actor.Operator("o-81d4fae70c");
    private static final Instant SLOT = NINE.plusSeconds(1_800);
    private static final DeskId DESK = new DeskId(3);
    private static final VisitId VISIT = new VisitId(4711);
    private static final LocalDate DATE = LocalDate.of(2026, 11, 23);
    private static final Block BLOCK = new Block('K', 61, 80, DATE);
    private static final RequestId UNANSWERED =
            RequestId.parse("0192f3c6-a1b2-7d44-8c5e-3f2a1b00ffff");
    private static final Code RULE = new Code("answered-too-late");
    private static final Code MAIN = new Code("main");
    private static final String HASH = "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU";
    private static final byte[] NONCE = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
    private static final byte[] KEY =
            HexFormat.of()
                    .parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    private static final String CHECKPOINT =
            "example.kz/branch/0\n9000\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";

    private static final Map<String, ?> CHOSEN =
            Map.of("language", "kk", "services", List.of("ID-CARD"));
    private static final Map<String, ?> WITH_GROUND =
            Map.of("ground", "P-BABY", "language", "kk", "services", List.of("ID-CARD"));

    static final Policy POLICY =
            new Policy(
                    "demo-1",
                    List.of(
                            ground("P-BABY", 30, "Жүкті әйел", "Беременная", "Expecting"),
                            ground("P-OLD", 30, "Қарт адам", "Пожилой", "Elderly")),
                    20,
                    Duration.ofMinutes(10),
                    new Policy.Booking(15, Duration.ofMinutes(10), Duration.ofMinutes(15), 60),
                    new Policy.NoShow(2, Duration.ofSeconds(45), Duration.ofMinutes(15)),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(15),
                    Map.of(
                            "outcome", List.of(new Code("accepted")),
                            "pause", List.of(new Code("lunch"))),
                    new Policy.Limits(10, 400, 5),
                    List.of(
                            new Policy.Norm(
                                    "ID-CARD",
                                    new Code("office"),
                                    Duration.ofMinutes(15),
                                    Duration.ofMinutes(20))),
                    new Policy.Findings(Duration.ofHours(24), Duration.ofHours(72)),
                    new Code("always-open"));

    private GoldenEntries() {}

    static List<Entry> all() {
        return List.of(
                branch(0, 0, new Event.LogOpened("example.kz/branch/1", "9f86d081884c7d65", "")),
                branch(
                        0,
                        0,
                        new Event.LogOpened("example.kz/branch/1", "9f86d081884c7d65", CHECKPOINT)),
                branch(
                        1,
                        0,
                        new Event.SoftwareStarted(
                                "0.1.0",
                                "9f86d081884c7d65",
                                "3c2e9b1a-7f50-4f0e-9d61-2f1f6f0a4c11")),
                branch(4295, 0, new Event.Heartbeat()),
                branch(4290, 0, new Event.ClockStepped(NINE.minusMillis(61_250))),
                by(HEAD, 0, 1, 0, new Event.PolicyPublished(NINE, POLICY)),
                by(
                        HEAD,
                        0,
                        2,
                        0,
                        new Event.CataloguePublished(
                                NINE,
                                "demo-1",
                                HASH,
                                Map.of(Day.SOC, 'K', Day.EMP, 'K', Day.ID, 'A'))),
                branch(4300, 0, opened(Bookings.NONE, Leases.NONE, Findings.NONE, 0)),
                branch(4300, 0, opened(booked(), Leases.NONE, found(), 0)),
                branch(
                        4300,
                        0,
                        opened(
                                Bookings.NONE,
                                Leases.NONE.with(new DeviceId("k1"), BLOCK),
                                Findings.NONE,
                                3)),
                branch(4300, 0, openedWithAKey()),
                branch(9000, 0, closed(Map.of())),
                branch(9000, 0, closed(Map.of("2", 6, "other", 3))),
                by(
                        HEAD,
                        0,
                        3,
                        0,
                        new Event.DeviceEnrolled(
                                new DeviceId("k1"), DeviceKind.KIOSK, MAIN, Optional.empty())),
                by(
                        HEAD,
                        0,
                        4,
                        0,
                        new Event.DeviceEnrolled(
                                new DeviceId("b1"), DeviceKind.BOARD, MAIN, Optional.empty())),
                by(
                        HEAD,
                        0,
                        5,
                        0,
                        new Event.DeviceEnrolled(
                                new DeviceId("k2"),
                                DeviceKind.KIOSK,
                                MAIN,
                                Optional.of(SignedKiosk.KEY))),
                by(HEAD, 0, 4305, 0, new Event.DeviceRevoked(new DeviceId("k1"))),
                branch(4310, 0, new Event.DeviceStated(new DeviceId("b1"), true)),
                branch(4880, 0, new Event.DeviceStated(new DeviceId("b1"), false)),
                by(
                        K1,
                        2315,
                        4881,
                        0,
                        new Event.PartStated(
                                new DeviceId("k1"),
                                Part.PRINTER,
                                Part.Condition.OUT_OF_PAPER,
                                OptionalLong.of(812))),
                by(
                        K1,
                        2316,
                        4882,
                        0,
                        new Event.PartStated(
                                new DeviceId("k1"),
                                Part.HELP,
                                Part.Condition.CALLED,
                                OptionalLong.empty())),
                by(K1, 2301, 4711, 0, ticket(Touch.KEPT, 0, CHOSEN)),
                by(
                        K1,
                        2310,
                        4720,
                        0,
                        ticket(new Touch.Bounded(NINE.minusMillis(3_600_000)), 30, WITH_GROUND)),
                by(OPERATOR, 0, 4731, 0, legs()),
                by(K1, 2312, 4722, 0, checkedIn()),
                by(K1, 2314, 4724, 1, offline(0, Optional.empty(), Optional.empty())),
                by(K1, 2314, 4724, 2, offline(2, Optional.of(UNANSWERED), Optional.empty())),
                by(
                        new Actor.Device(new DeviceId("k2")),
                        9,
                        4724,
                        1,
                        offline(0, Optional.empty(), Optional.of(signed()))),
                by(
                        HEAD,
                        0,
                        3900,
                        0,
                        new Event.BookingMade(
                                SLOT,
                                DATE,
                                Day.SOC,
                                Commitment.of(
                                        KEY, Map.of("code", "7K2MQX4R9T", "service", "ID-CARD")))),
                by(K1, 2295, 4390, 0, new Event.NumbersLeased(new DeviceId("k1"), BLOCK)),
                by(
                        HEAD,
                        0,
                        8800,
                        0,
                        new Event.NumbersReleased(
                                new DeviceId("k1"), new Block('K', 75, 80, DATE))),
                by(HEAD, 0, 8801, 0, new Event.GapDeclared(new DeviceId("k1"), 2316, 2319)),
                by(K1, 2302, 4712, 0, new Event.TicketHanded(VISIT, Handing.PRINTED, Code.NONE)),
                by(K1, 2302, 4712, 0, new Event.TicketHanded(VISIT, Handing.SHOWN, Code.NONE)),
                by(
                        K1,
                        2302,
                        4712,
                        0,
                        new Event.TicketHanded(
                                VISIT, Handing.FAILED, new Code("printer-out-of-paper"))),
                by(K1, 2304, 4753, 0, new Event.TicketReprinted(VISIT)),
                branch(4750, 0, new Event.TicketVoided(VISIT)),
                by(K1, 2303, 4752, 0, new Event.TicketRestored(VISIT)),
                branch(4790, 0, new Event.TicketLeft(VISIT, Leaving.CITIZEN)),
                by(OPERATOR, 0, 4790, 0, new Event.TicketLeft(VISIT, Leaving.DESK)),
                branch(8990, 3, new Event.TicketLeft(VISIT, Leaving.DAY_CLOSED)),
                branch(4795, 0, new Event.VisitComing(VISIT)),
                by(
                        OPERATOR,
                        0,
                        4320,
                        0,
                        new Event.DeskOpened(DESK, List.of(Day.SOC, Day.EMP), List.of(Day.ID))),
                by(OPERATOR, 0, 4320, 0, new Event.DeskOpened(DESK, List.of(Day.SOC), List.of())),
                by(OPERATOR, 0, 6100, 0, new Event.DeskClosed(DESK, new Code("lunch"))),
                branch(8989, 4, new Event.DeskClosed(DESK, Code.NONE)),
                by(
                        OPERATOR,
                        0,
                        4330,
                        0,
                        new Event.DeskTaken(DESK, List.of(Day.SOC), List.of(Day.ID))),
                by(OPERATOR, 0, 6110, 0, new Event.DeskPaused(DESK, new Code("lunch"))),
                by(OPERATOR, 0, 6120, 0, new Event.DeskResumed(DESK)),
                by(OPERATOR, 0, 4802, 0, called(Rule.ORDER, 7, 2, Code.NONE, false)),
                by(OPERATOR, 0, 4802, 0, called(Rule.LIMIT, 31, 0, Code.NONE, true)),
                by(
                        OPERATOR,
                        0,
                        4802,
                        0,
                        called(Rule.OVERRIDE, 31, 12, new Code("emergency"), false)),
                by(OPERATOR, 0, 4815, 0, new Event.CallRepeated(VISIT, DESK, 4802, false)),
                by(OPERATOR, 0, 4815, 0, new Event.CallRepeated(VISIT, DESK, 4802, true)),
                by(B1, 912, 4803, 0, new Event.CallShown(4802, true)),
                by(B1, 912, 4803, 0, new Event.CallShown(4802, false)),
                by(
                        OPERATOR,
                        0,
                        4804,
                        0,
                        new Event.CallWithdrawn(VISIT, DESK, 4802, Previous.NOBODY)),
                by(
                        OPERATOR,
                        0,
                        4804,
                        0,
                        new Event.CallWithdrawn(
                                VISIT, DESK, 4802, new Previous.Was(new VisitId(4698)))),
                by(OPERATOR, 0, 4830, 0, new Event.CallUnanswered(VISIT, DESK)),
                by(OPERATOR, 0, 4835, 0, new Event.CallReturned(VISIT, Optional.of(DESK))),
                branch(4835, 0, new Event.CallReturned(VISIT, Optional.empty())),
                by(OPERATOR, 0, 4806, 0, new Event.GroundShown(VISIT, DESK)),
                by(
                        OPERATOR,
                        0,
                        4806,
                        0,
                        new Event.GroundNotShown(VISIT, DESK, NINE.plusMillis(120))),
                by(OPERATOR, 0, 4807, 0, new Event.ServiceStarted(VISIT, DESK)),
                by(
                        OPERATOR,
                        0,
                        4841,
                        0,
                        new Event.ServiceFinished(VISIT, DESK, new Code("accepted"))),
                by(OPERATOR, 0, 4841, 1, new Event.ServiceFinished(VISIT, DESK, Code.NONE)),
                by(
                        OPERATOR,
                        0,
                        4844,
                        0,
                        new Event.ServiceDirect(DESK, "demo-1", 31, 31, new Code("system-down"))),
                by(OPERATOR, 0, 4846, 0, added(Day.ID, true, false)),
                by(OPERATOR, 0, 4846, 0, added(Day.SOC, false, true)),
                by(OPERATOR, 0, 4847, 0, requested(true, Code.NONE, "document", "BIRTHC")),
                by(
                        OPERATOR,
                        0,
                        4847,
                        0,
                        requested(false, new Code("identity-unclear"), "other", "old passport")),
                by(
                        OPERATOR,
                        0,
                        4845,
                        0,
                        new Event.ServiceTransferred(
                                VISIT, DESK, new Event.Target.Group(Day.ID), false)),
                by(
                        OPERATOR,
                        0,
                        4845,
                        0,
                        new Event.ServiceTransferred(
                                VISIT, DESK, new Event.Target.Counter(new DeskId(10)), true)),
                by(
                        OPERATOR,
                        0,
                        4850,
                        0,
                        new Event.ServiceParked(
                                VISIT,
                                Optional.of(DESK),
                                new Code("waits-for-payment"),
                                Optional.of(NINE.plusSeconds(900)))),
                by(
                        OPERATOR,
                        0,
                        4850,
                        0,
                        new Event.ServiceParked(
                                VISIT,
                                Optional.of(DESK),
                                new Code("copies-a-document"),
                                Optional.empty())),
                branch(
                        4850,
                        0,
                        new Event.ServiceParked(
                                VISIT,
                                Optional.empty(),
                                AwayRules.ASKED_BY_CITIZEN,
                                Optional.of(NINE.plusMillis(900_431)))),
                by(OPERATOR, 0, 4861, 0, new Event.ServiceResumed(VISIT, DESK)),
                by(
                        OPERATOR,
                        0,
                        4805,
                        0,
                        new Event.Refused(new Code("call-next"), Refusal.UNDO_PAUSE)),
                branch(4890, 0, new Event.Rated(VISIT, 4)),
                by(
                        OPERATOR,
                        0,
                        4893,
                        0,
                        new Event.ClockDisputed(VISIT, new Code("forgot-to-start"))),
                branch(4895, 0, new Event.FindingRaised(RULE, 4830, NINE.plusMillis(86_400_431))),
                by(
                        HEAD,
                        0,
                        4896,
                        0,
                        new Event.FindingAnswered(
                                4895,
                                new Code("our-fault"),
                                Commitment.of(KEY, Map.of("answer", "the board was off")))),
                branch(4897, 0, new Event.FindingEscalated(4895, NINE.plusMillis(259_200_431))));
    }

    private static Event.TicketIssued offline(
            int pending, Optional<RequestId> unanswered, Optional<Event.Signed> signed) {
        var ticket = ticket(Touch.KEPT, 0, CHOSEN);
        return new Event.TicketIssued(
                new TicketNumber('K', 61),
                ticket.groups(),
                ticket.arrival(),
                ticket.touch(),
                ticket.claim(),
                ticket.credit(),
                ticket.fair(),
                ticket.policy(),
                ticket.commitment(),
                Optional.empty(),
                Optional.of(new Event.Offline(DATE, pending, unanswered, signed)));
    }

    private static Event.Signed signed() {
        var entry =
                new KioskEntry(
                        new DeviceId("k2"),
                        1,
                        KioskEntry.first(SignedKiosk.KEY),
                        new RequestId(UUID.fromString("0192f3c6-a1b2-7d44-8c5e-3f2a1b001274")),
                        new TicketNumber('K', 61),
                        DATE,
                        NINE.plusMillis(120),
                        POLICY.version(),
                        ticket(Touch.KEPT, 0, CHOSEN).commitment());
        return SignedKiosk.signed(entry);
    }

    private static Bookings booked() {
        return Bookings.NONE
                .with(new BookingId(3900), new Event.BookingMade(SLOT, DATE, Day.SOC, HASH))
                .with(
                        new BookingId(3902),
                        new Event.BookingMade(
                                SLOT.plusSeconds(86_400), DATE.plusDays(1), Day.ID, HASH));
    }

    private static Findings found() {
        return Findings.NONE
                .raised(3990, new Event.FindingRaised(RULE, 3981, NINE.plusSeconds(60)))
                .raised(3991, new Event.FindingRaised(RULE, 3982, NINE.minusSeconds(60)))
                .escalated(3991, NINE.plusSeconds(259_200));
    }

    private static Event.DayOpened opened(
            Bookings bookings, Leases leases, Findings findings, int pending) {
        var device =
                new Device(
                        DeviceKind.KIOSK,
                        MAIN,
                        2290,
                        NINE.minusMillis(1_000),
                        true,
                        pending,
                        Optional.empty(),
                        Sorted.empty(),
                        Sorted.empty());
        return opened(bookings, leases, findings, device);
    }

    private static Event.DayOpened openedWithAKey() {
        var device = Device.enrolled(DeviceKind.KIOSK, MAIN, Optional.of(SignedKiosk.KEY)).acted(8);
        return opened(Bookings.NONE, Leases.NONE, Findings.NONE, device);
    }

    private static Event.DayOpened opened(
            Bookings bookings, Leases leases, Findings findings, Device device) {
        var board = Device.enrolled(DeviceKind.BOARD, MAIN, Optional.empty());
        var letters = Sorted.<GroupCode, Character>empty().put(Day.SOC, 'K').put(Day.ID, 'A');
        var state =
                new Carried(
                        List.of(new PublishedPolicy(1, NINE.minusMillis(86_400_000), POLICY)),
                        List.of(
                                new PublishedCatalogue(
                                        2, NINE.minusMillis(86_400_000), "demo-1", HASH, letters)),
                        Sorted.<DeviceId, Device>empty()
                                .put(new DeviceId("k1"), device)
                                .put(new DeviceId("b1"), board),
                        Sorted.<DeskId, Code>empty().put(DESK, MAIN).put(new DeskId(10), MAIN),
                        5,
                        bookings,
                        leases,
                        findings);
        return new Event.DayOpened(DATE, state, EventCodec.hash(state));
    }

    private static Event.DayClosed closed(Map<String, Integer> people) {
        var byGroup = Sorted.<GroupCode, Integer>empty().put(Day.SOC, 31).put(Day.ID, 12);
        var byTaker = Sorted.<String, Integer>empty().put("k1", 40).put("desks", 3);
        var byDesk = Sorted.<DeskId, Integer>empty().put(DESK, 38).put(new DeskId(10), 2);
        return new Event.DayClosed(
                DATE,
                new Totals(byGroup, byGroup, byTaker, byDesk, byDesk),
                new Opened(
                        Map.of("ID-CARD", 12, "CHILD-BENEFIT", 27, "other", 4),
                        Map.of("kk", 30, "ru", 13),
                        Map.of(),
                        people));
    }

    private static Event.TicketIssued ticket(Touch touch, int credit, Map<String, ?> chosen) {
        var arrival = NINE.plusMillis(120);
        return new Event.TicketIssued(
                TicketNumber.parse("K047"),
                List.of(Day.SOC),
                arrival,
                touch,
                arrival,
                credit,
                arrival.minus(Duration.ofMinutes(credit)),
                "demo-1",
                Commitment.of(NONCE, chosen),
                Optional.empty());
    }

    /// Half an hour before the slot: others are measured against ten minutes before it.
    private static Event.TicketIssued checkedIn() {
        var arrival = NINE.plusMillis(120);
        return new Event.TicketIssued(
                TicketNumber.parse("K047"),
                List.of(Day.SOC),
                arrival,
                Touch.KEPT,
                SLOT.minusSeconds(600),
                0,
                arrival,
                "demo-1",
                Commitment.of(NONCE, CHOSEN),
                Optional.of(new Event.CheckIn(new BookingId(3900), SLOT)));
    }

    private static Event.TicketIssued legs() {
        return new Event.TicketIssued(
                TicketNumber.parse("A1000"),
                List.of(Day.ID, Day.SOC, Day.ID),
                NINE.plusMillis(431),
                Touch.KEPT,
                NINE.plusMillis(431),
                0,
                NINE.plusMillis(431),
                "demo-1",
                Commitment.of(NONCE, CHOSEN),
                Optional.empty());
    }

    private static Event.ServiceAdded added(GroupCode group, boolean now, boolean joined) {
        var c = Commitment.of(KEY, Map.of("service", "ID-CARD"));
        return new Event.ServiceAdded(VISIT, DESK, group, now, joined, c);
    }

    private static Event.DocumentRequested requested(
            boolean listed, Code reason, String member, String value) {
        var c = Commitment.of(KEY, Map.of(member, value));
        return new Event.DocumentRequested(VISIT, DESK, listed, reason, c);
    }

    private static Event.CallMade called(
            Rule rule, int eligible, int overtaken, Code reason, boolean unseen) {
        return new Event.CallMade(VISIT, DESK, rule, "demo-1", eligible, overtaken, reason, unseen);
    }

    private static Policy.Ground ground(String code, int credit, String kk, String ru, String en) {
        return new Policy.Ground(code, credit, "act 12, \"3\"", new Policy.Names(kk, ru, en));
    }

    private static Entry branch(long index, int more, Event event) {
        return by(Actor.BRANCH, 0, index, more, event);
    }

    private static Entry by(Actor by, long dn, long index, int more, Event event) {
        var request = new RequestId(new UUID(0x0192f3c6a1b27d44L, 0x8c5e3f2a1b000000L + index));
        return new Entry(index, NINE.plusMillis(431), by, dn, request, more, event);
    }
}
