package kz.adalkezek.server.branch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.log.Proofs;
import kz.adalkezek.log.Receipt;
import kz.adalkezek.log.TlogProof;
import kz.adalkezek.queue.BookingId;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Decision;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.EventCodec;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.KioskEntry;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.Rules;
import kz.adalkezek.queue.TicketNumber;
import kz.adalkezek.queue.VisitId;
import kz.adalkezek.server.journal.Journal;
import kz.adalkezek.server.journal.Published;

/// From services to a number and from a number to its proof. Everything here runs on the caller's
/// thread; the writer only decides.
public final class Tickets {

    private final Branch branch;
    private final Journal journal;
    private final Catalogues catalogues;
    private final String publicUrl;

    /// @param publicUrl of this branch for phones, without a slash at the end
    public Tickets(Branch branch, Journal journal, Catalogues catalogues, String publicUrl) {
        this.branch = branch;
        this.journal = journal;
        this.catalogues = catalogues;
        this.publicUrl = publicUrl;
    }

    /// What is wanted at a kiosk or desk.
    ///
    /// @param services codes of the catalogue, in the order chosen
    /// @param ground code of the policy, or empty
    /// @param people for whom it is one errand, 1 or more
    /// @param booking that is used for it, if any
    public record Wanted(
            List<String> services,
            String language,
            String ground,
            Command.Touched touched,
            int people,
            Optional<BookingId> booking) {
        public Wanted {
            services = List.copyOf(services);
        }
    }

    public sealed interface Taken {
        /// @param again this was a retry
        ///
        /// @param issued its `ticket.issued`, or what else the request id had made
        record Ticket(Entry issued, boolean again) implements Taken {
            public VisitId visit() {
                return new VisitId(issued.index());
            }
        }

        record UnknownService(String code) implements Taken {}

        record UnknownGround(String code) implements Taken {}

        /// The law or the writer said no, or the day of the first time is over.
        record Not(Outcome outcome) implements Taken {}
    }

    public Taken take(RequestId request, Asker asker, Fingerprint fingerprint, Wanted wanted) {
        var groups = new ArrayList<GroupCode>();
        var unknown = groups(wanted.services(), branch.now(), groups);
        if (unknown.isPresent()) {
            return unknown.get();
        }
        var credit = credit(wanted.ground(), branch.now());
        if (credit.isEmpty()) {
            return new Taken.UnknownGround(wanted.ground());
        }
        var opening = branch.openings().newOpening(wanted);
        var commitment = opening.commitment();
        var ask =
                new Ask(
                        asker,
                        fingerprint,
                        opening,
                        Annex.NONE,
                        Reservation.NONE,
                        by ->
                                new Command.TakeTicket(
                                        request,
                                        by,
                                        groups,
                                        wanted.touched(),
                                        credit.get(),
                                        commitment,
                                        wanted.booking()));
        return taken(branch.submit(ask));
    }

    /// A ticket that a kiosk has given while it could not reach the branch.
    ///
    /// @param nonce 16 bytes, base64url: the kiosk has drawn them, for they are on the paper
    /// @param number of the kiosk's lease of this day
    /// @param policy the version that the kiosk knew
    /// @param how it came into the citizen's hands, if the kiosk knows, and the reason if it failed
    /// @param pending how many more the kiosk has to hand over
    /// @param unanswered the request to the branch that had come to nothing before
    /// @param signed its place in the journal of the kiosk, if that has a key
    public record Given(
            RequestId request,
            Fingerprint fingerprint,
            Wanted wanted,
            String nonce,
            TicketNumber number,
            LocalDate day,
            Instant touched,
            String policy,
            Optional<Event.Handing> how,
            Code reason,
            int pending,
            Optional<RequestId> unanswered,
            Optional<Event.Signed> signed) {

        Opening opening() {
            return new Opening(
                    nonce, wanted.services(), wanted.language(), wanted.ground(), wanted.people());
        }

        /// What the kiosk has signed, if it has a key.
        public Optional<KioskEntry> entry(DeviceId kiosk) {
            return signed.map(its ->
                    new KioskEntry(
                            kiosk,
                            its.entry(),
                            its.previous(),
                            request,
                            number,
                            day,
                            touched,
                            policy,
                            opening().commitment()));
        }
    }

    /// Tickets that a kiosk has given, oldest first. Catalogue and policy are those of the arrival.
    ///
    /// @return as many as were tried: all, or up to the first that was not taken
    public List<Taken> merge(Asker.Device kiosk, List<Given> given) {
        var asks = new ArrayList<Ask>();
        Optional<Taken> wrong = Optional.empty();
        for (int i = 0; i < given.size() && wrong.isEmpty(); i++) {
            wrong = asked(kiosk, given.get(i), asks);
        }
        var taken = new ArrayList<Taken>();
        branch.submit(asks).forEach(outcome -> taken.add(taken(outcome)));
        if (taken.size() == asks.size()
                && (taken.isEmpty() || taken.getLast() instanceof Taken.Ticket)) {
            wrong.ifPresent(taken::add);
        }
        return taken;
    }

    private Optional<Taken> asked(Asker.Device kiosk, Given given, List<Ask> asks) {
        var wanted = given.wanted();
        var at = Rules.arrival(branch.line(), kiosk.id(), given.touched(), branch.now());
        var groups = new ArrayList<GroupCode>();
        var unknown = groups(wanted.services(), at, groups);
        if (unknown.isPresent()) {
            return unknown;
        }
        var credit = credit(wanted.ground(), at);
        if (credit.isEmpty()) {
            return Optional.of(new Taken.UnknownGround(wanted.ground()));
        }
        var opening = given.opening();
        asks.add(
                new Ask(
                        kiosk,
                        given.fingerprint(),
                        opening,
                        Annex.NONE,
                        Reservation.NONE,
                        by ->
                                new Command.MergeTicket(
                                        given.request(),
                                        by,
                                        given.number(),
                                        given.day(),
                                        groups,
                                        given.touched(),
                                        credit.get(),
                                        given.policy(),
                                        opening.commitment(),
                                        given.how(),
                                        given.reason(),
                                        given.pending(),
                                        given.unanswered(),
                                        given.signed())));
        return Optional.empty();
    }

    private Taken taken(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Decided(Decision.Accepted(var entries)) ->
                    new Taken.Ticket(entries.getFirst(), false);
            case Outcome.Decided(Decision.Repeated(var index)) ->
                    new Taken.Ticket(entry(index), true);
            case Outcome.Decided _, Outcome.Reused _, Outcome.Busy _, Outcome.NoSpace _ ->
                    new Taken.Not(outcome);
        };
    }

    /// The groups of the services, or the service that the catalogue of that instant lacks.
    private Optional<Taken> groups(List<String> services, Instant at, List<GroupCode> groups) {
        var catalogue = catalogues.inForce(branch.line(), at);
        for (var code : services) {
            var service = catalogue.flatMap(c -> c.service(code));
            if (service.isEmpty()) {
                return Optional.of(new Taken.UnknownService(code));
            }
            groups.add(service.get().group());
        }
        return Optional.empty();
    }

    /// The receipt of a ticket as of now: a URL with the full form behind `#`. Nothing where the
    /// opening has been erased.
    ///
    /// @param issued a `ticket.issued` that is in the log
    public Optional<String> receipt(Entry issued) {
        var visit = new VisitId(issued.index());
        return branch.openings().of(visit).map(opening -> receipt(issued, opening));
    }

    private String receipt(Entry issued, Opening opening) {
        var published = published();
        var path = Proofs.inclusion(issued.index(), published.size(), published.hashes());
        var receipt =
                Receipt.of(
                                published.checkpoint(),
                                published.signedNote().signatures().getFirst(),
                                issued.index(),
                                opening.nonceBytes())
                        .withEntry(EventCodec.encode(issued), path);
        return publicUrl + "/t#" + receipt.digits();
    }

    /// The proof that the ticket's entry is in the log, with the entry in its `extra` line.
    public byte[] proof(VisitId visit) {
        var published = published();
        var path = Proofs.inclusion(visit.index(), published.size(), published.hashes());
        return TlogProof.of(visit.index(), path, published.signedNote())
                .withExtra(journal.bytes(visit.index()))
                .format();
    }

    private Published published() {
        return journal.published()
                .orElseThrow(() -> new IllegalStateException("a ticket without a checkpoint"));
    }

    /// A published entry, such as the one that a retry asks for again.
    public Entry entry(long index) {
        return EventCodec.decode(journal.bytes(index));
    }

    private Optional<Integer> credit(String ground, Instant at) {
        return ground.isEmpty()
                ? Optional.of(0)
                : branch.line()
                        .rulebook()
                        .policyAt(at)
                        .flatMap(policy -> policy.ground(ground))
                        .map(found -> found.credit());
    }
}
