package kz.adalkezek.queue;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import kz.adalkezek.log.CanonicalJson;
import kz.adalkezek.log.Hash;

/// An entry as the exact bytes of its leaf. One entry has one form, so a hash can stand for it; the
/// forms are described in `docs/events.md` and never change once released.
public final class EventCodec {

    private static final long FIRST_FORM = 1;
    private static final long SECOND_FORM = 2;

    /// 32 bytes in base64url without padding; the last character has two bits that are zero.
    private static final Pattern HASH = Pattern.compile("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");

    private EventCodec() {}

    public static byte[] encode(Entry entry) {
        return CanonicalJson.write(members(entry));
    }

    /// Refuses any bytes that `encode` would not have written.
    ///
    /// @throws IllegalArgumentException saying what is wrong
    public static Entry decode(byte[] leaf) {
        var fields = new Fields(StrictJson.read(leaf));
        var entry =
                new Entry(
                        fields.number("i"),
                        fields.instant("at"),
                        Actor.named(fields.text("by")),
                        fields.has("dn") ? fields.number("dn") : 0,
                        RequestId.parse(fields.text("request")),
                        fields.has("more") ? fields.count("more") : 0,
                        EventReader.event(fields.text("t"), fields));
        if (fields.number("v") != form(entry.event())) {
            throw new IllegalArgumentException("a form that this program does not know");
        }
        if (!Arrays.equals(leaf, encode(entry))) {
            throw new IllegalArgumentException("not in canonical form");
        }
        return entry;
    }

    /// The hash of what a `day.opened` carries: SHA-256 of its canonical JSON, base64url.
    public static String hash(Carried state) {
        var hash = Hash.of(CanonicalJson.write(StateCodec.write(state)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash.bytes());
    }

    /// @throws IllegalArgumentException unless it is a SHA-256 or HMAC-SHA-256 as events hold it
    static void requireHash(String name, String text) {
        if (!HASH.matcher(text).matches()) {
            throw new IllegalArgumentException(name + " is 43 characters of base64url");
        }
    }

    /// How many bytes of its `day.opened` the state takes.
    static int length(Carried state) {
        return CanonicalJson.write(StateCodec.write(state)).length;
    }

    /// The type of an event as it stands in the log, such as `ticket.issued`.
    public static String type(Event event) {
        return switch (event) {
            case Event.LogOpened _ -> "log.opened";
            case Event.SoftwareStarted _ -> "software.started";
            case Event.Heartbeat _ -> "heartbeat";
            case Event.ClockStepped _ -> "clock.step";
            case Event.PolicyPublished _ -> "policy.published";
            case Event.CataloguePublished _ -> "catalogue.published";
            case Event.DeviceEnrolled _ -> "device.enrolled";
            case Event.DeviceRevoked _ -> "device.revoked";
            case Event.DeviceStated _, Event.PartStated _ -> "device.state";
            case Event.DayOpened _ -> "day.opened";
            case Event.DayClosed _ -> "day.closed";
            case Event.TicketIssued _ -> "ticket.issued";
            case Event.BookingMade _ -> "booking.made";
            case Event.NumbersLeased _ -> "numbers.leased";
            case Event.NumbersReleased _ -> "numbers.released";
            case Event.GapDeclared _ -> "gap.declared";
            case Event.TicketHanded _ -> "ticket.handed";
            case Event.TicketReprinted _ -> "ticket.reprinted";
            case Event.TicketVoided _ -> "ticket.voided";
            case Event.TicketRestored _ -> "ticket.restored";
            case Event.TicketLeft _ -> "ticket.left";
            case Event.DeskOpened _ -> "desk.opened";
            case Event.DeskClosed _ -> "desk.closed";
            case Event.DeskTaken _ -> "desk.taken";
            case Event.ServiceDirect _ -> "service.direct";
            case Event.DeskPaused _ -> "desk.paused";
            case Event.DeskResumed _ -> "desk.resumed";
            case Event.CallMade _ -> "call.made";
            case Event.CallRepeated _ -> "call.repeated";
            case Event.CallShown _ -> "call.shown";
            case Event.CallWithdrawn _ -> "call.withdrawn";
            case Event.CallUnanswered _ -> "call.unanswered";
            case Event.CallReturned _ -> "call.returned";
            case Event.GroundShown _ -> "ground.shown";
            case Event.GroundNotShown _ -> "ground.not-shown";
            case Event.ServiceStarted _ -> "service.started";
            case Event.ServiceFinished _ -> "service.finished";
            case Event.ServiceAdded _ -> "service.added";
            case Event.DocumentRequested _ -> "document.requested";
            case Event.ServiceTransferred _ -> "service.transferred";
            case Event.ServiceParked _ -> "service.parked";
            case Event.ServiceResumed _ -> "service.resumed";
            case Event.VisitComing _ -> "visit.coming";
            case Event.ClockDisputed _ -> "clock.disputed";
            case Event.FindingRaised _ -> "finding.raised";
            case Event.FindingAnswered _ -> "finding.answered";
            case Event.FindingEscalated _ -> "finding.escalated";
            case Event.Rated _ -> "rated";
            case Event.Refused _ -> "refused";
        };
    }

    /// The oldest form of its type that can hold the event, so that it has exactly one.
    private static long form(Event event) {
        return event instanceof Event.DayClosed(_, _, var opened) && !opened.people().isEmpty()
                ? SECOND_FORM
                : FIRST_FORM;
    }

    private static Map<String, Object> members(Entry entry) {
        var leaf = new HashMap<String, Object>();
        leaf.put("v", form(entry.event()));
        leaf.put("i", entry.index());
        leaf.put("t", type(entry.event()));
        leaf.put("at", entry.at().toEpochMilli());
        leaf.put("by", entry.by().name());
        leaf.put("request", entry.request().toString());
        if (entry.dn() > 0) {
            leaf.put("dn", entry.dn());
        }
        if (entry.more() > 0) {
            leaf.put("more", (long) entry.more());
        }
        EventWriter.members(entry.event(), leaf);
        return leaf;
    }
}
