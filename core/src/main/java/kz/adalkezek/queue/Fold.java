package kz.adalkezek.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.queue.Carried.PublishedCatalogue;
import kz.adalkezek.queue.Carried.PublishedPolicy;
import kz.adalkezek.queue.Desk.Work;
import kz.adalkezek.queue.Visit.Stage;

/// What each event changes. It decides nothing: a log that came about lawfully is folded as it is.
final class Fold {

    private Fold() {}

    static Line event(Line line, Entry entry) {
        return switch (entry.event()) {
            case Event.LogOpened _,
                    Event.SoftwareStarted _,
                    Event.Heartbeat _,
                    Event.ClockStepped _,
                    Event.TicketReprinted _,
                    Event.Refused _ ->
                    line;
            case Event.ClockDisputed(var visit, _) ->
                    line.with(line.people().with(visit(line, visit).has(Visit.Once.DISPUTED)));
            case Event.FindingRaised raised ->
                    line.with(line.findings().raised(entry.index(), raised));
            case Event.FindingAnswered(var finding, _, _) ->
                    line.with(line.findings().answered(finding));
            case Event.FindingEscalated(var finding, var due) ->
                    line.with(line.findings().escalated(finding, due));
            case Event.PolicyPublished(var from, var policy) ->
                    line.with(
                            line.rulebook().with(new PublishedPolicy(entry.index(), from, policy)));
            case Event.CataloguePublished published -> catalogue(line, entry, published);
            case Event.DeviceEnrolled(var device, var kind, var hall, var key) ->
                    line.with(line.hall().with(device, Device.enrolled(kind, hall, key)));
            case Event.DeviceRevoked(var device) -> line.with(line.hall().without(device));
            case Event.DeviceStated(var id, var here) ->
                    line.with(line.hall().with(id, device(line, id).stated(here)));
            case Event.PartStated stated ->
                    line.with(
                            line.hall()
                                    .with(
                                            stated.device(),
                                            device(line, stated.device()).stated(stated)));
            case Event.DayOpened opened -> dayOpened(line, entry, opened);
            case Event.DayClosed(var day, _, _) -> line.with(new Line.Day.Shut(day));
            case Event.TicketIssued ticket -> issued(line, entry, ticket);
            case Event.BookingMade booking ->
                    line.with(line.bookings().with(new BookingId(entry.index()), booking));
            case Event.NumbersLeased(var device, var block) ->
                    line.with(line.leases().with(device, block)).with(line.people().leased(block));
            case Event.NumbersReleased(var device, var block) ->
                    released(line, entry, device, block);
            case Event.GapDeclared(var id, _, var last) ->
                    line.with(line.hall().with(id, device(line, id).acted(last)));
            case Event.TicketHanded(var visit, var how, _) -> handed(line, entry, visit, how);
            case Event.TicketVoided(var visit) -> stage(line, entry, visit, new Stage.Voided());
            case Event.TicketRestored(var visit) ->
                    line.with(line.people().with(visit(line, visit).waitsFrom(entry.at(), entry)));
            case Event.TicketLeft(var visit, _) -> left(line, entry, visit);
            case Event.DeskOpened(var desk, var primary, var secondary) ->
                    line.with(line.hall().with(Desk.opened(desk, entry.by(), primary, secondary)));
            case Event.DeskClosed(var desk, _) ->
                    line.with(line.hall().without(desk)).with(line.people().released(desk));
            case Event.DeskTaken taken -> taken(line, entry, taken);
            case Event.ServiceDirect direct -> direct(line, entry, direct);
            case Event.DeskPaused(var desk, var reason) ->
                    work(line, desk, new Work.Paused(reason));
            case Event.DeskResumed(var desk) -> ready(line, desk);
            case Event.CallMade call -> called(line, entry, call);
            case Event.CallRepeated(_, var desk, _, var unacknowledged) ->
                    repeated(line, entry, desk, unacknowledged);
            case Event.CallShown(var call, _) -> shown(line, entry, call);
            case Event.CallWithdrawn withdrawn -> withdrawn(line, entry, withdrawn);
            case Event.CallUnanswered(var visit, var desk) ->
                    ready(stage(line, entry, visit, new Stage.Unanswered(entry.at())), desk);
            case Event.CallReturned(var visit, _) ->
                    line.with(
                            line.people()
                                    .with(
                                            visit(line, visit)
                                                    .has(Visit.Once.RETURNED)
                                                    .waitsFrom(entry.at(), entry)));
            case Event.GroundShown(var visit, _) -> {
                var shown = visit(line, visit);
                yield line.with(
                        line.people().with(shown.grounded(Visit.Ground.SHOWN, shown.fair())));
            }
            case Event.GroundNotShown(var visit, var desk, var fair) ->
                    ready(
                            line.with(
                                    line.people()
                                            .with(
                                                    visit(line, visit)
                                                            .grounded(Visit.Ground.NOT_SHOWN, fair)
                                                            .waitsFrom(entry.at(), entry))),
                            desk);
            case Event.ServiceStarted(var visit, var desk) ->
                    work(
                            stage(line, entry, visit, new Stage.Serving(desk)),
                            desk,
                            new Work.Serving(visit));
            case Event.ServiceFinished finished -> finished(line, entry, finished);
            case Event.DocumentRequested _ -> line;
            case Event.VisitComing(var visit) ->
                    line.with(line.people().with(visit(line, visit).has(Visit.Once.COMING)));
            case Event.Rated(var visit, _) ->
                    line.with(line.people().with(visit(line, visit).has(Visit.Once.RATED)));
            case Event.ServiceAdded(var visit, _, var group, var now, var joined, _) ->
                    joined
                            ? line
                            : line.with(line.people().with(visit(line, visit).plus(group, now)));
            case Event.ServiceTransferred transfer -> {
                var moved = visit(line, transfer.visit()).handedOn(transfer);
                var waits = line.people().with(moved.waitsFrom(entry.at(), entry));
                yield ready(line.with(waits), transfer.desk());
            }
            case Event.ServiceParked(var visit, var desk, _, var until) -> {
                var parked = stage(line, entry, visit, new Stage.Parked(until));
                yield desk.map(freed -> ready(parked, freed)).orElse(parked);
            }
            case Event.ServiceResumed(var visit, _) ->
                    line.with(line.people().with(visit(line, visit).waitsFrom(entry.at(), entry)));
        };
    }

    private static Line catalogue(Line line, Entry entry, Event.CataloguePublished published) {
        var letters = Sorted.<GroupCode, Character>empty();
        for (var letter : published.letters().entrySet()) {
            letters = letters.put(letter.getKey(), letter.getValue());
        }
        return line.with(
                line.rulebook()
                        .with(
                                new PublishedCatalogue(
                                        entry.index(),
                                        published.from(),
                                        published.version(),
                                        published.hash(),
                                        letters)));
    }

    private static Line dayOpened(Line line, Entry entry, Event.DayOpened opened) {
        var state = opened.state();
        return line.with(new Line.Day.Open(opened.day()))
                .with(new Rulebook(state.policies(), state.catalogues()))
                .with(
                        new Hall(
                                state.counters(),
                                Sorted.empty(),
                                state.devices(),
                                Sorted.empty(),
                                Sorted.empty()))
                .with(People.NOBODY)
                .with(line.memory().turned(entry.index()))
                .with(Totals.NONE)
                .with(state.bookings())
                .with(state.leases())
                .with(state.findings());
    }

    private static Line issued(Line line, Entry entry, Event.TicketIssued ticket) {
        return ticket.offline().isPresent()
                ? issuedOffline(line, entry, ticket, ticket.offline().get())
                : issuedHere(line, entry, ticket);
    }

    /// A ticket of a day that is over is nobody's any more; its number is accounted for.
    private static Line issuedOffline(
            Line line, Entry entry, Event.TicketIssued ticket, Event.Offline offline) {
        if (!(entry.by() instanceof Actor.Device(var kiosk))) {
            throw new IllegalStateException("only a device gives tickets without the branch");
        }
        var number = ticket.number();
        var lease =
                line.leases()
                        .next(kiosk, number.letter(), offline.day(), number.ordinal())
                        .orElseThrow(() -> new IllegalStateException("no lease of " + number));
        var leases = line.leases().without(lease, number.ordinal());
        var its = device(line, kiosk).owing(Math.min(offline.pending(), leases.left(kiosk)));
        var chained =
                OfflineRules.entry(entry, ticket)
                        .flatMap(signed -> its.chain().map(chain -> chain.with(signed)))
                        .map(its::chained)
                        .orElse(its);
        var next = line.with(leases).with(line.hall().with(kiosk, chained));
        return line.day().equals(new Line.Day.Open(offline.day()))
                ? next.with(next.people().issued(Visit.issued(entry, ticket, Optional.empty())))
                        .with(next.totals().issued(entry.by(), ticket.groups().getFirst()))
                : next;
    }

    private static Line released(Line line, Entry entry, DeviceId device, Block block) {
        var lease =
                line.leases()
                        .next(device, block.letter(), block.day(), block.from())
                        .orElseThrow(() -> new IllegalStateException("no lease of " + block));
        var leases = line.leases().without(lease, block.to());
        int back = entry.by().equals(new Actor.Device(device)) ? block.size() : 0;
        return line.with(leases).with(lessOwed(line, device, back, leases.left(device)));
    }

    /// A kiosk gives back what it could not hand over, and owes nothing that it does not hold: else
    /// one that has lost its memory would be shut out for ever. A revoked one is known no longer.
    ///
    /// @param back how many numbers it gives back itself
    private static Hall lessOwed(Line line, DeviceId id, int back, int held) {
        var device = line.hall().devices().get(id);
        if (device.isEmpty() || device.get().pending() == 0) {
            return line.hall();
        }
        int owed = Math.clamp(device.get().pending() - back, 0, held);
        return line.hall().with(id, device.get().owing(owed));
    }

    private static Line issuedHere(Line line, Entry entry, Event.TicketIssued ticket) {
        var visit = Visit.issued(entry, ticket, slot(line, ticket));
        var next =
                line.with(line.people().issued(visit))
                        .with(line.totals().issued(entry.by(), ticket.groups().getFirst()))
                        .with(
                                ticket.checkIn()
                                        .map(used -> line.bookings().used(used.booking()))
                                        .orElse(line.bookings()));
        return entry.by() instanceof Actor.Device(var id)
                ? next.with(next.hall().with(id, device(next, id).issued(visit.id(), entry.at())))
                : next;
    }

    /// Under the terms that the ticket names, whatever is published later.
    private static Optional<Slot> slot(Line line, Event.TicketIssued ticket) {
        return ticket.checkIn()
                .flatMap(used ->
                        line.rulebook()
                                .named(ticket.policy())
                                .map(policy -> new Slot(used.slot(), policy.booking())));
    }

    private static Line handed(Line line, Entry entry, VisitId id, Event.Handing how) {
        var visit = visit(line, id);
        if (!how.reachesTheCitizen()) {
            return line;
        }
        var next =
                visit.stage() instanceof Stage.Reserved
                        ? line.with(line.people().with(visit.waitsFrom(entry.at(), entry)))
                        : line;
        // What a kiosk gave alone says nothing of when it heard the branch.
        boolean heard = !visit.once().contains(Visit.Once.OFFLINE);
        return heard && visit.takenBy() instanceof Actor.Device(var kiosk)
                ? next.with(next.hall().with(kiosk, device(next, kiosk).heard(visit.issued())))
                : next;
    }

    private static Line left(Line line, Entry entry, VisitId id) {
        if (line.people().visit(id).isEmpty()) {
            return line;
        }
        var next = stage(line, entry, id, new Stage.Left());
        return visit(line, id).stage() instanceof Stage.Called(var desk, _)
                ? ready(next, desk)
                : next;
    }

    private static Line called(Line line, Entry entry, Event.CallMade call) {
        var visit = visit(line, call.visit());
        var desk = line.hall().known(call.desk());
        var overtaken = Choice.overtaken(line, desk, visit, entry.at());
        var people =
                overtaken(
                        line.people()
                                .with(
                                        visit.at(
                                                new Stage.Called(call.desk(), visit.stage()),
                                                entry)),
                        overtaken,
                        new Visit.Overtake(entry.index(), call.rule()));
        Event.Previous previous =
                desk.work() instanceof Work.WrapUp(var done, var request)
                                && request.equals(entry.request())
                        ? new Event.Previous.Was(done)
                        : Event.Previous.NOBODY;
        var attempt = new Desk.Attempt(entry.index(), entry.at(), call.unacknowledged(), List.of());
        var made =
                new Desk.Call(
                        entry.index(),
                        call.visit(),
                        entry.at(),
                        previous,
                        overtaken,
                        List.of(attempt));
        return line.with(people)
                .with(
                        line.hall()
                                .with(desk.at(new Work.Calling(made)))
                                .called(entry.index(), call.desk()))
                .with(line.totals().called(call.desk(), 1));
    }

    private static People overtaken(
            People before, List<VisitId> overtaken, Visit.Overtake overtake) {
        var people = before;
        for (var id : overtaken) {
            var passed = people.known(id);
            var overtakes = new ArrayList<>(passed.overtakes());
            overtakes.add(overtake);
            people = people.with(passed.overtaken(overtakes));
        }
        return people;
    }

    private static Line direct(Line line, Entry entry, Event.ServiceDirect direct) {
        var desk = line.hall().known(direct.desk());
        var overtake = new Visit.Overtake(entry.index(), Event.Rule.OVERRIDE);
        var people = overtaken(line.people(), Choice.eligible(line, desk, entry.at()), overtake);
        return work(line.with(people), direct.desk(), new Work.Direct(new VisitId(entry.index())));
    }

    private static Line taken(Line line, Entry entry, Event.DeskTaken taken) {
        var desk = line.hall().known(taken.desk());
        var next =
                line.with(
                        line.hall()
                                .with(desk.taken(entry.by(), taken.primary(), taken.secondary()))
                                .unbarred(desk.id()));
        return desk.work() instanceof Work.Calling(var call)
                ? next.with(
                        next.people().with(visit(line, call.visit()).waitsFrom(entry.at(), entry)))
                : next;
    }

    private static Line repeated(Line line, Entry entry, DeskId id, boolean unacknowledged) {
        var desk = line.hall().known(id);
        var attempt = new Desk.Attempt(entry.index(), entry.at(), unacknowledged, List.of());
        return line.with(
                line.hall()
                        .with(desk.at(new Work.Calling(calling(desk).repeated(attempt))))
                        .called(entry.index(), id));
    }

    private static Line shown(Line line, Entry entry, long index) {
        for (var pair : line.hall().desks()) {
            var desk = pair.value();
            if (desk.attempt(index).isPresent() && entry.by() instanceof Actor.Device(var board)) {
                var call = calling(desk).shown(index, board);
                return line.with(line.hall().with(desk.at(new Work.Calling(call))));
            }
        }
        return line;
    }

    private static Line withdrawn(Line line, Entry entry, Event.CallWithdrawn withdrawn) {
        var desk = line.hall().known(withdrawn.desk());
        var call = calling(desk);
        var visit = visit(line, withdrawn.visit());
        var before = visit.stage() instanceof Stage.Called(_, var stage) ? stage : visit.stage();
        var undoneAt = new ArrayList<>(visit.undoneAt());
        undoneAt.add(desk.id());
        var people = line.people().with(visit.undone(undoneAt).at(before, entry));
        for (var id : call.overtaken()) {
            var passed = people.known(id);
            var overtakes =
                    passed.overtakes().stream().filter(o -> o.call() != call.index()).toList();
            people = people.with(passed.overtaken(overtakes));
        }
        var policy = line.rulebook().policyAt(entry.at()).orElseThrow();
        var totals = line.totals().called(desk.id(), -1);
        Work work = new Work.Ready();
        if (withdrawn.previous() instanceof Event.Previous.Was(var id)
                && people.visit(id).isEmpty()) {
            work = new Work.Direct(id);
        } else if (withdrawn.previous() instanceof Event.Previous.Was(var id)) {
            var previous = people.known(id);
            // Finishing had moved it on to its next leg, if it had one.
            var back =
                    previous.stage() instanceof Stage.Waiting ? previous.leg() - 1 : previous.leg();
            previous = previous.at(new Stage.Serving(desk.id()), entry).atLeg(back);
            people = people.with(previous);
            totals = totals.served(desk.id(), previous.group(), -1);
            work = new Work.Serving(id);
        }
        return line.with(people)
                .with(
                        line.hall()
                                .with(desk.at(work))
                                .barred(desk.id(), entry.at().plus(policy.undoSeconds())))
                .with(totals);
    }

    private static Line finished(Line line, Entry entry, Event.ServiceFinished finished) {
        var wrapUp = new Work.WrapUp(finished.visit(), entry.request());
        if (line.hall().known(finished.desk()).work() instanceof Work.Direct) {
            return work(line, finished.desk(), wrapUp);
        }
        var visit = visit(line, finished.visit());
        var moved =
                visit.hasNextLeg()
                        ? visit.atLeg(visit.leg() + 1).waitsFrom(entry.at(), entry)
                        : visit.at(new Stage.Finished(), entry);
        var next =
                line.with(line.people().with(moved))
                        .with(line.totals().served(finished.desk(), visit.group(), 1));
        return work(next, finished.desk(), wrapUp);
    }

    private static Line stage(Line line, Entry entry, VisitId id, Stage stage) {
        return line.with(line.people().with(visit(line, id).at(stage, entry)));
    }

    private static Line ready(Line line, DeskId desk) {
        return work(line, desk, new Work.Ready());
    }

    private static Line work(Line line, DeskId desk, Work work) {
        return line.with(line.hall().with(line.hall().known(desk).at(work)));
    }

    private static Visit visit(Line line, VisitId id) {
        return line.people().known(id);
    }

    private static Device device(Line line, DeviceId id) {
        return line.hall()
                .devices()
                .get(id)
                .orElseThrow(() -> new IllegalStateException("no device " + id));
    }

    private static Desk.Call calling(Desk desk) {
        if (desk.work() instanceof Work.Calling(var call)) {
            return call;
        }
        throw new IllegalStateException("desk " + desk.id() + " has called nobody");
    }
}
