package kz.adalkezek.queue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import kz.adalkezek.log.CanonicalJson;
import kz.adalkezek.log.DeviceKey;

/// Something that a person, a device or the branch asks for. It may be refused. Asked twice under
/// one request id, it happens once.
public sealed interface Command {

    /// As a beginning of what is published: from the event on.
    Instant AT_ONCE = Instant.EPOCH;

    /// The last instant that anybody may tell: later ones have no form in the log.
    Instant LAST_INSTANT = Instant.parse("9999-12-31T23:59:59.999Z");

    RequestId request();

    Actor by();

    record OpenLog(RequestId request, String origin, String build, String previous)
            implements ByBranch {}

    /// @param boot names what the machine has run since it was switched on
    record StartSoftware(RequestId request, String version, String build, String boot)
            implements ByBranch {}

    record Beat(RequestId request) implements ByBranch {}

    record StepClock(RequestId request, Instant wall) implements ByBranch {
        public StepClock {
            wall = told(wall);
        }
    }

    record PublishPolicy(RequestId request, Actor by, Instant from, Policy policy)
            implements Command {
        public PublishPolicy {
            from = told(from);
        }
    }

    /// @param hash SHA-256 of the text, base64url
    record PublishCatalogue(
            RequestId request,
            Actor by,
            Instant from,
            String version,
            String hash,
            Map<GroupCode, Character> letters)
            implements Command {

        /// The totals of a day name each of them twice and have to fit into one entry.
        public static final int GROUPS_MAX = 200;

        public PublishCatalogue {
            from = told(from);
            letters = Map.copyOf(letters);
            if (version.isEmpty() || version.length() > Policy.VERSION_MAX_CHARS) {
                throw new IllegalArgumentException("a version has 1 to 40 characters");
            }
            EventCodec.requireHash("a catalogue's hash", hash);
            if (letters.size() > GROUPS_MAX) {
                throw new IllegalArgumentException("a branch has at most 200 groups");
            }
            if (!letters.values().stream().allMatch(TicketNumber::isLetter)) {
                throw new IllegalArgumentException("a letter is A to Z");
            }
        }
    }

    record EnrolDevice(
            RequestId request,
            Actor by,
            DeviceId device,
            Event.DeviceKind kind,
            Code hall,
            Optional<DeviceKey> key)
            implements Command {
        public EnrolDevice {
            requireHall(hall);
        }

        /// One that signs nothing.
        public EnrolDevice(
                RequestId request, Actor by, DeviceId device, Event.DeviceKind kind, Code hall) {
            this(request, by, device, kind, hall, Optional.empty());
        }
    }

    record RevokeDevice(RequestId request, Actor by, DeviceId device) implements Command {}

    record StateDevice(RequestId request, DeviceId device, boolean here) implements ByBranch {}

    /// How a part of a kiosk is: it tells so itself, or the branch has seen it.
    record StatePart(
            RequestId request,
            Actor by,
            DeviceId device,
            Part part,
            Part.Condition condition,
            OptionalLong printed)
            implements Command {}

    /// Begins a business day.
    ///
    /// @param counters the hall in which each counter stands
    record OpenDay(RequestId request, Actor by, LocalDate day, Map<DeskId, Code> counters)
            implements Command {
        public OpenDay {
            counters = Map.copyOf(counters);
            counters.values().forEach(Command::requireHall);
        }
    }

    record CloseDay(RequestId request, Actor by, Opened opened) implements Command {}

    /// A touch at a kiosk, or a ticket taken at a desk.
    ///
    /// @param groups one for each leg, in the order that the citizen chose; adjacent equal groups
    ///   are one leg
    /// @param touched when the screen was touched, if the device says so
    /// @param credit minutes of the ground that was chosen, 0 without one
    /// @param commitment to services, language and ground, base64url
    /// @param booking that is used for it, if any
    record TakeTicket(
            RequestId request,
            Actor by,
            List<GroupCode> groups,
            Touched touched,
            int credit,
            String commitment,
            Optional<BookingId> booking)
            implements Command {

        /// What one entry can hold, whatever the policy allows.
        public static final int GROUPS_MAX = 100;

        /// Of somebody who has booked nothing.
        public TakeTicket(
                RequestId request,
                Actor by,
                List<GroupCode> groups,
                Touched touched,
                int credit,
                String commitment) {
            this(request, by, groups, touched, credit, commitment, Optional.empty());
        }

        public TakeTicket {
            groups = List.copyOf(groups);
            if (groups.isEmpty() || groups.size() > GROUPS_MAX) {
                throw new IllegalArgumentException("a visit has 1 to 100 legs");
            }
            EventCodec.requireHash("a commitment", commitment);
            if (credit < 0 || credit > Policy.CREDIT_MAX_MINUTES) {
                throw new IllegalArgumentException("a credit is 0 to 1440 minutes");
            }
        }
    }

    /// A slot is given to somebody who will come.
    ///
    /// @param day the business day of the slot, which is its date somewhere on earth
    /// @param commitment to the code and the service, base64url
    record Book(
            RequestId request,
            Actor by,
            Instant slot,
            LocalDate day,
            GroupCode group,
            String commitment)
            implements Command {
        public Book {
            slot = told(slot);
            EventCodec.requireHash("a commitment", commitment);
            var first = slot.atOffset(ZoneOffset.ofHours(-12)).toLocalDate();
            var last = slot.atOffset(ZoneOffset.ofHours(14)).toLocalDate();
            if (day.isBefore(first) || day.isAfter(last)) {
                throw new IllegalArgumentException("nowhere on earth the slot is on " + day);
            }
        }
    }

    /// A kiosk asks for numbers that it may give while the branch is away.
    ///
    /// @param count 1 to 500
    record LeaseNumbers(RequestId request, Actor by, char letter, int count) implements Command {

        /// Of one letter and day, so that a kiosk cannot take all the numbers there are.
        public static final int COUNT_MAX = 500;

        public LeaseNumbers {
            if (!TicketNumber.isLetter(letter)) {
                throw new IllegalArgumentException("a letter is A to Z");
            }
            if (count < 1 || count > COUNT_MAX) {
                throw new IllegalArgumentException("a lease has 1 to 500 numbers");
            }
        }
    }

    /// The next numbers of a lease are given to nobody: some of them, or all that are left.
    record ReleaseNumbers(RequestId request, Actor by, DeviceId device, Block block)
            implements Command {}

    /// What a device did up to this number of its own is lost.
    record DeclareGap(RequestId request, Actor by, DeviceId device, long last) implements Command {
        public DeclareGap {
            if (last < 1 || last > CanonicalJson.MAX_INTEGER) {
                throw new IllegalArgumentException("a device counts its events from 1");
            }
        }
    }

    /// A kiosk hands over a ticket that it has given while the branch was away.
    ///
    /// @param number the next one of a lease of the kiosk
    /// @param day of that lease
    /// @param credit minutes of the ground that was chosen, 0 without one
    /// @param policy the version that the kiosk knew
    /// @param commitment to services, language and ground, base64url
    /// @param handed how it came into the citizen's hands, if the kiosk knows
    /// @param reason why it failed to, else none
    /// @param pending how many more the kiosk has to hand over
    /// @param unanswered the request to the branch that had come to nothing before
    /// @param signed its place in the journal of a kiosk that has a key
    record MergeTicket(
            RequestId request,
            Actor by,
            TicketNumber number,
            LocalDate day,
            List<GroupCode> groups,
            Instant touched,
            int credit,
            String policy,
            String commitment,
            Optional<Event.Handing> handed,
            Code reason,
            int pending,
            Optional<RequestId> unanswered,
            Optional<Event.Signed> signed)
            implements Command {
        public MergeTicket {
            groups = List.copyOf(groups);
            touched = told(touched);
            if (groups.isEmpty() || groups.size() > TakeTicket.GROUPS_MAX) {
                throw new IllegalArgumentException("a visit has 1 to 100 legs");
            }
            if (credit < 0 || credit > Policy.CREDIT_MAX_MINUTES) {
                throw new IllegalArgumentException("a credit is 0 to 1440 minutes");
            }
            if (pending < 0 || pending > Event.Offline.PENDING_MAX) {
                throw new IllegalArgumentException("a kiosk hands over at most 99999 tickets");
            }
            EventCodec.requireHash("a commitment", commitment);
        }
    }

    record HandTicket(RequestId request, Actor by, VisitId visit, Event.Handing how, Code reason)
            implements Command {}

    record ReprintTicket(RequestId request, Actor by, VisitId visit) implements Command {}

    record VoidTicket(RequestId request, VisitId visit) implements ByBranch {}

    /// An operator says that the person with this number has left.
    record LeaveNumber(RequestId request, Actor by, TicketNumber number) implements Command {}

    record LeaveVisit(RequestId request, Actor by, VisitId visit) implements Command {}

    record OpenDesk(
            RequestId request,
            Actor by,
            DeskId desk,
            List<GroupCode> primary,
            List<GroupCode> secondary)
            implements ForDesk {
        public OpenDesk {
            primary = List.copyOf(primary);
            secondary = List.copyOf(secondary);
        }
    }

    /// Another operator goes on at an open counter.
    record TakeCounter(
            RequestId request,
            Actor by,
            DeskId desk,
            List<GroupCode> primary,
            List<GroupCode> secondary)
            implements ForDesk {
        public TakeCounter {
            primary = List.copyOf(primary);
            secondary = List.copyOf(secondary);
        }
    }

    /// Somebody without a ticket is served at once, before everybody who waits.
    record ServeDirect(RequestId request, Actor by, DeskId desk, Code reason) implements ForDesk {}

    /// No more calls for a while; with a visit at the desk from the end of that visit on.
    record PauseDesk(RequestId request, Actor by, DeskId desk, Code reason) implements ForDesk {}

    /// Calls again; or takes back a pause or a close that has not taken effect yet.
    record ResumeDesk(RequestId request, Actor by, DeskId desk) implements ForDesk {}

    record CloseDesk(RequestId request, Actor by, DeskId desk, Code reason) implements ForDesk {}

    record CallNext(RequestId request, Actor by, DeskId desk) implements ForDesk {}

    /// A visit is called by name: by the law, if it is the law's choice, else for a reason.
    record CallVisit(RequestId request, Actor by, DeskId desk, Whom whom, Code reason)
            implements ForDesk {}

    record UndoCall(RequestId request, Actor by, DeskId desk) implements ForDesk {}

    record RepeatCall(RequestId request, Actor by, DeskId desk) implements ForDesk {}

    record ShowCall(RequestId request, Actor by, long call, boolean spoken) implements Command {}

    record RecordGround(RequestId request, Actor by, DeskId desk, boolean shown)
            implements ForDesk {}

    record StartService(RequestId request, Actor by, DeskId desk) implements ForDesk {}

    record FinishService(RequestId request, Actor by, DeskId desk, Code outcome)
            implements ForDesk {}

    record MarkNoShow(RequestId request, Actor by, DeskId desk) implements ForDesk {}

    /// The visit at the desk is away for a while.
    ///
    /// @param until when it waits again by itself, if that is known
    record ParkVisit(RequestId request, Actor by, DeskId desk, Code reason, Optional<Instant> until)
            implements ForDesk {
        public ParkVisit {
            until = until.map(Command::told);
        }
    }

    /// The visit at the desk gets one more service.
    ///
    /// @param now after the present leg, not at the end
    /// @param commitment to the service, base64url
    record AddService(
            RequestId request,
            Actor by,
            DeskId desk,
            GroupCode group,
            boolean now,
            String commitment)
            implements ForDesk {
        public AddService {
            EventCodec.requireHash("a commitment", commitment);
        }
    }

    /// @param listed whether the catalogue names it for a service of the visit
    /// @param commitment to the document, base64url
    record RequestDocument(
            RequestId request,
            Actor by,
            DeskId desk,
            boolean listed,
            Code reason,
            String commitment)
            implements ForDesk {
        public RequestDocument {
            EventCodec.requireHash("a commitment", commitment);
        }
    }

    /// The visit at the desk goes on elsewhere.
    ///
    /// @param returns whether it comes back to this desk afterwards
    record TransferVisit(
            RequestId request, Actor by, DeskId desk, Event.Target target, boolean returns)
            implements ForDesk {}

    record UnparkVisit(RequestId request, Actor by, DeskId desk, Whom whom) implements ForDesk {}

    /// Somebody who had not answered stands at the desk.
    record ReturnVisit(RequestId request, Actor by, DeskId desk, Whom whom) implements ForDesk {}

    /// Somebody who had not answered says by token that he is back.
    record ComeBack(RequestId request, VisitId visit) implements ByBranch {}

    /// A citizen says by token that he is on the way.
    record SayComing(RequestId request, VisitId visit) implements ByBranch {}

    /// A citizen says by token what he thinks of a visit that is over.
    ///
    /// @param stars 1 to 5
    record Rate(RequestId request, VisitId visit, int stars) implements ByBranch {
        public Rate {
            if (stars < 1 || stars > Event.STARS_MAX) {
                throw new IllegalArgumentException("a visit gets 1 to 5 stars");
            }
        }
    }

    /// Somebody of the staff says that the clocks of a visit are not what they should be.
    record DisputeClock(RequestId request, Actor by, Whom whom, Code reason) implements Command {}

    /// @param rule code of what was broken
    /// @param subject log index of the entry that shows it
    record RaiseFinding(RequestId request, Code rule, long subject) implements ByBranch {
        public RaiseFinding {
            if (rule.isNone()) {
                throw new IllegalArgumentException("a finding names a rule");
            }
        }
    }

    /// @param finding log index of its `finding.raised`
    /// @param commitment to the answer in words, base64url
    record AnswerFinding(RequestId request, Actor by, long finding, Code reason, String commitment)
            implements Command {
        public AnswerFinding {
            EventCodec.requireHash("a commitment", commitment);
        }
    }

    record EscalateFinding(RequestId request, long finding) implements ByBranch {}

    /// A citizen who waits asks for more time.
    record StepAside(RequestId request, VisitId visit) implements ByBranch {}

    /// An instant from outside, as an event can hold it.
    private static Instant told(Instant instant) {
        var whole = instant.truncatedTo(ChronoUnit.MILLIS);
        if (whole.isBefore(Instant.EPOCH) || whole.isAfter(LAST_INSTANT)) {
            throw new IllegalArgumentException("an instant is of the years 1970 to 9999");
        }
        return whole;
    }

    private static void requireHall(Code hall) {
        if (hall.isNone()) {
            throw new IllegalArgumentException("devices and counters stand in a hall");
        }
    }

    sealed interface ByBranch extends Command {
        @Override
        default Actor by() {
            return Actor.BRANCH;
        }
    }

    /// Asked at a desk by the operator who holds it, or wants to.
    sealed interface ForDesk extends Command {
        DeskId desk();
    }

    /// A visit as somebody names it who does not have it before him.
    sealed interface Whom {
        record ByNumber(TicketNumber number) implements Whom {}

        record ById(VisitId visit) implements Whom {}
    }

    sealed interface Touched {
        record Unknown() implements Touched {}

        /// What the screen said, cut to milliseconds.
        record At(Instant instant) implements Touched {
            public At {
                instant = told(instant);
            }
        }

        Touched UNKNOWN = new Unknown();
    }
}
