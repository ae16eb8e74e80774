package kz.adalkezek.queue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import kz.adalkezek.log.DeviceKey;

/// Something that has happened. It is never changed, removed or reordered. The bytes of each form
/// are fixed in `docs/events.md`.
public sealed interface Event {

    int STARS_MAX = 5;

    /// The first entry of a log.
    ///
    /// @param build the hash of the software, lower-case hex
    /// @param previous the last checkpoint of the log before this one, or empty
    record LogOpened(String origin, String build, String previous) implements Event {}

    /// The program begins to serve a branch whose log is open.
    ///
    /// @param build the hash of the software, lower-case hex
    /// @param boot names what the machine has run since it was switched on
    record SoftwareStarted(String version, String build, String boot) implements Event {
        public static final int TEXT_MAX_CHARS = 100;

        public SoftwareStarted {
            requireText(version);
            requireText(build);
            requireText(boot);
        }

        private static void requireText(String text) {
            if (text.isEmpty() || text.length() > TEXT_MAX_CHARS) {
                throw new IllegalArgumentException("a name has 1 to 100 characters");
            }
        }
    }

    /// Nothing else was written for an hour: the branch is there.
    record Heartbeat() implements Event {}

    /// The wall clock was moved by more than five seconds; `wall` is what it says now.
    record ClockStepped(Instant wall) implements Event {}

    record PolicyPublished(Instant from, Policy policy) implements Event {}

    /// @param hash SHA-256 of the text, which is published beside the log, base64url
    /// @param letters which letter a group's numbers take
    record CataloguePublished(
            Instant from, String version, String hash, Map<GroupCode, Character> letters)
            implements Event {
        public CataloguePublished {
            letters = Map.copyOf(letters);
            EventCodec.requireHash("hash", hash);
        }
    }

    /// @param key of a kiosk that signs what it gives alone
    record DeviceEnrolled(DeviceId device, DeviceKind kind, Code hall, Optional<DeviceKey> key)
            implements Event {}

    /// A device belongs to the branch no longer: nothing it asks counts.
    record DeviceRevoked(DeviceId device) implements Event {}

    /// A device was heard again (`here`) or not heard for a minute (`away`).
    record DeviceStated(DeviceId device, boolean here) implements Event {}

    /// A kiosk tells how a part of it is, or the branch has seen it.
    ///
    /// @param printed the papers that the printer has cut since the kiosk was enrolled, so that
    ///   tickets and paper can be compared; of the printer only
    record PartStated(DeviceId device, Part part, Part.Condition condition, OptionalLong printed)
            implements Event {
        public PartStated {
            if (!part.has(condition)) {
                throw new IllegalArgumentException(part + " is never " + condition);
            }
            if (printed.isPresent() && part != Part.PRINTER) {
                throw new IllegalArgumentException("only a printer has printed");
            }
            if (printed.orElse(0) < 0 || printed.orElse(0) > Part.PRINTED_MAX) {
                throw new IllegalArgumentException("a printer has cut 0 to 1000000000 papers");
            }
        }
    }

    record DayOpened(LocalDate day, Carried state, String hash) implements Event {
        public DayOpened {
            EventCodec.requireHash("hash", hash);
        }
    }

    record DayClosed(LocalDate day, Totals totals, Opened opened) implements Event {}

    /// A number is reserved.
    ///
    /// @param touch what the kiosk said about the instant of the touch, if it had to be bounded
    /// @param credit minutes given by a ground, 0 where there is none
    /// @param policy the version that gave the credit
    /// @param commitment to services, language and ground, base64url
    /// @param checkIn the booking that it uses, in time or not
    record TicketIssued(
            TicketNumber number,
            List<GroupCode> groups,
            Instant arrival,
            Touch touch,
            Instant claim,
            int credit,
            Instant fair,
            String policy,
            String commitment,
            Optional<CheckIn> checkIn,
            Optional<Offline> offline)
            implements Event {
        public TicketIssued {
            groups = List.copyOf(groups);
            if (groups.isEmpty() || groups.size() > Command.TakeTicket.GROUPS_MAX) {
                throw new IllegalArgumentException("a visit has 1 to 100 legs");
            }
            EventCodec.requireHash("c", commitment);
        }

        /// Given by the branch itself.
        public TicketIssued(
                TicketNumber number,
                List<GroupCode> groups,
                Instant arrival,
                Touch touch,
                Instant claim,
                int credit,
                Instant fair,
                String policy,
                String commitment,
                Optional<CheckIn> checkIn) {
            this(
                    number,
                    groups,
                    arrival,
                    touch,
                    claim,
                    credit,
                    fair,
                    policy,
                    commitment,
                    checkIn,
                    Optional.empty());
        }
    }

    /// A slot is booked beforehand.
    ///
    /// @param day the business day of the slot
    /// @param group of the first leg of the visit that may use it
    /// @param commitment to the code and the service, base64url
    record BookingMade(Instant slot, LocalDate day, GroupCode group, String commitment)
            implements Event {
        public BookingMade {
            EventCodec.requireHash("c", commitment);
        }
    }

    /// A kiosk holds numbers beforehand, for hours without the branch.
    record NumbersLeased(DeviceId device, Block block) implements Event {}

    /// Numbers of a lease that nobody will be given any more.
    record NumbersReleased(DeviceId device, Block block) implements Event {}

    /// What a device did under these numbers of its own is lost.
    ///
    /// @param first the first lost `dn`
    /// @param last the last lost `dn`
    record GapDeclared(DeviceId device, long first, long last) implements Event {
        public GapDeclared {
            if (first < 1 || last < first) {
                throw new IllegalArgumentException("a gap has a first and a last number");
            }
        }
    }

    record TicketHanded(VisitId visit, Handing how, Code reason) implements Event {}

    /// The kiosk has printed the ticket once more. It is the same ticket.
    record TicketReprinted(VisitId visit) implements Event {}

    record TicketVoided(VisitId visit) implements Event {}

    record TicketRestored(VisitId visit) implements Event {}

    record TicketLeft(VisitId visit, Leaving reason) implements Event {}

    /// The citizen is on the way. It changes nothing in the order.
    record VisitComing(VisitId visit) implements Event {}

    record DeskOpened(DeskId desk, List<GroupCode> primary, List<GroupCode> secondary)
            implements Event {
        public DeskOpened {
            primary = List.copyOf(primary);
            secondary = List.copyOf(secondary);
        }
    }

    record DeskClosed(DeskId desk, Code reason) implements Event {}

    /// Another operator has the counter from now on, with these groups; the desk before is over.
    record DeskTaken(DeskId desk, List<GroupCode> primary, List<GroupCode> secondary)
            implements Event {
        public DeskTaken {
            primary = List.copyOf(primary);
            secondary = List.copyOf(secondary);
        }
    }

    record DeskPaused(DeskId desk, Code reason) implements Event {}

    record DeskResumed(DeskId desk) implements Event {}

    /// @param eligible how many visits the desk could have called, the called one included
    /// @param overtaken how many of them have an earlier claim
    /// @param reason of an override, else none
    /// @param unacknowledged no board of the hall could show it
    record CallMade(
            VisitId visit,
            DeskId desk,
            Rule rule,
            String policy,
            int eligible,
            int overtaken,
            Code reason,
            boolean unacknowledged)
            implements Event {}

    /// @param call the log index of the `call.made` that is repeated
    record CallRepeated(VisitId visit, DeskId desk, long call, boolean unacknowledged)
            implements Event {}

    /// @param call the log index of the `call.made` or `call.repeated` that a board has shown
    record CallShown(long call, boolean spoken) implements Event {}

    /// @param call the log index of the `call.made` that is taken back
    /// @param previous the visit that the call had finished and that is served again, or none
    record CallWithdrawn(VisitId visit, DeskId desk, long call, Previous previous)
            implements Event {}

    record CallUnanswered(VisitId visit, DeskId desk) implements Event {}

    /// Somebody who had not answered is back.
    ///
    /// @param desk that has seen it; none where the citizen said so by token
    record CallReturned(VisitId visit, Optional<DeskId> desk) implements Event {}

    record GroundShown(VisitId visit, DeskId desk) implements Event {}

    /// The visit waits again without its credit.
    ///
    /// @param fair its fair time from now on
    record GroundNotShown(VisitId visit, DeskId desk, Instant fair) implements Event {}

    record ServiceStarted(VisitId visit, DeskId desk) implements Event {}

    record ServiceFinished(VisitId visit, DeskId desk, Code outcome) implements Event {}

    /// The visit waits elsewhere, in the middle of its leg.
    ///
    /// @param returns whether a leg at this desk follows
    record ServiceTransferred(VisitId visit, DeskId desk, Target target, boolean returns)
            implements Event {}

    /// The visit gets one more service, which the commitment hides.
    ///
    /// @param now its leg is the next one, not the last
    /// @param joined it belongs to the leg before it: there is no new leg
    /// @param commitment to the service, under a key of its own, base64url
    record ServiceAdded(
            VisitId visit,
            DeskId desk,
            GroupCode group,
            boolean now,
            boolean joined,
            String commitment)
            implements Event {
        public ServiceAdded {
            EventCodec.requireHash("c", commitment);
        }
    }

    /// The desk asks for a paper, which the commitment hides.
    ///
    /// @param listed whether the catalogue names it for a service of the visit
    /// @param reason of one outside the list, else none
    /// @param commitment to the document, under a key of its own, base64url
    record DocumentRequested(
            VisitId visit, DeskId desk, boolean listed, Code reason, String commitment)
            implements Event {
        public DocumentRequested {
            EventCodec.requireHash("c", commitment);
        }
    }

    /// The visit is away for a while.
    ///
    /// @param desk that had served it; none where the citizen asked while waiting
    /// @param until when it counts as waiting again, if that is known
    record ServiceParked(VisitId visit, Optional<DeskId> desk, Code reason, Optional<Instant> until)
            implements Event {}

    /// A parked visit is back before its time, or had none.
    record ServiceResumed(VisitId visit, DeskId desk) implements Event {}

    /// Service without a ticket; it is named by the index of this event.
    ///
    /// @param eligible how many visits the desk could have called instead
    /// @param overtaken all of them
    record ServiceDirect(DeskId desk, String policy, int eligible, int overtaken, Code reason)
            implements Event {}

    /// The clocks of a visit are not what they should be, because somebody was late to tell. It
    /// changes none of them.
    record ClockDisputed(VisitId visit, Code reason) implements Event {}

    /// A breach of a published rule, of which the head of the branch has to give an account.
    ///
    /// @param rule code of what was broken
    /// @param subject log index of the entry that shows it
    /// @param due until when the head has to answer
    record FindingRaised(Code rule, long subject, Instant due) implements Event {}

    /// @param finding log index of its `finding.raised`
    /// @param commitment to the answer in words, under a key of its own, base64url
    record FindingAnswered(long finding, Code reason, String commitment) implements Event {
        public FindingAnswered {
            EventCodec.requireHash("c", commitment);
        }
    }

    /// Not answered in time: it is the region's now.
    ///
    /// @param finding log index of its `finding.raised`
    /// @param due until when the region has to answer
    record FindingEscalated(long finding, Instant due) implements Event {}

    /// What the citizen thinks of a visit that is over.
    ///
    /// @param stars 1 to 5
    record Rated(VisitId visit, int stars) implements Event {
        public Rated {
            if (stars < 1 || stars > STARS_MAX) {
                throw new IllegalArgumentException("a visit gets 1 to 5 stars");
            }
        }
    }

    /// An authenticated actor asked for something that the law does not give.
    record Refused(Code command, Refusal why) implements Event {}

    /// What the kiosk said, where the arrival could not follow it.
    sealed interface Touch {
        record Kept() implements Touch {}

        record Bounded(Instant touched) implements Touch {}

        Touch KEPT = new Kept();
    }

    /// Somebody who has booked is there.
    record CheckIn(BookingId booking, Instant slot) {}

    /// A ticket that a kiosk has given without the branch.
    ///
    /// @param day of the lease from which its number is
    /// @param pending how many more such tickets the kiosk has still to hand over
    /// @param unanswered the request to the branch that had come to nothing before, if there was
    ///   one
    /// @param signed of a kiosk that has a key
    record Offline(
            LocalDate day, int pending, Optional<RequestId> unanswered, Optional<Signed> signed) {
        public Offline {
            if (pending < 0 || pending > PENDING_MAX) {
                throw new IllegalArgumentException("a kiosk hands over at most 99999 tickets");
            }
        }

        static final int PENDING_MAX = TicketNumber.LAST_ORDINAL;
    }

    /// The place of a ticket in the journal of the kiosk that gave it, see [KioskEntry].
    ///
    /// @param entry its number there, from 1
    /// @param previous the hash of the entry before, base64url
    /// @param signature of the kiosk, 64 bytes as base64url
    record Signed(long entry, String previous, String signature) {
        private static final int SIGNATURE_CHARS = 86;

        public Signed {
            EventCodec.requireHash("previous", previous);
            if (entry < 1 || signature.length() != SIGNATURE_CHARS) {
                throw new IllegalArgumentException(
                        "an entry counts from 1 and is signed with 86 characters of base64url");
            }
        }
    }

    sealed interface Previous {
        record Nobody() implements Previous {}

        record Was(VisitId visit) implements Previous {}

        Previous NOBODY = new Nobody();
    }

    /// To whom a visit is transferred.
    sealed interface Target {
        record Group(GroupCode group) implements Target {}

        /// The visit waits for this counter alone, until its desk closes.
        record Counter(DeskId desk) implements Target {}
    }

    enum DeviceKind {
        KIOSK,
        BOARD
    }

    enum Handing {
        PRINTED,
        SHOWN,
        FAILED;

        public boolean reachesTheCitizen() {
            return this != FAILED;
        }
    }

    enum Leaving {
        CITIZEN,
        DESK,
        DAY_CLOSED
    }

    enum Rule {
        ORDER,
        LIMIT,
        OVERRIDE
    }
}
