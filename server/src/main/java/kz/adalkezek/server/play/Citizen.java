package kz.adalkezek.server.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.Event.Handing;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.server.branch.Catalogue;

/// One person from the door to the farewell. Knows the ticket, hears the gong, and has a mind.
final class Citizen implements Player {

    private enum Doing {
        COMES,
        TOUCHES,
        TAKES_PAPER,
        WAITS,
        WALKS,
        STANDS,
        AWAY,
        MISSED,
        GONE
    }

    private static final double ANSWER_LOST = 0.01;
    private static final double SHOWN = 0.08;
    private static final double NO_PAPER = 0.02;
    private static final double GIVES_UP_WITHOUT_PAPER = 0.3;
    private static final double SLOW = 0.1;
    private static final double WALKS_OFF_WHEN_CALLED = 0.005;
    private static final double SAYS_COMING = 0.1;
    private static final double RATES = 0.1;
    private static final double CONTENT = 0.8;
    private static final int STARS_MAX = 5;
    private static final int TRIES_MAX = 3;
    private static final Code OUT_OF_PAPER = new Code("printer-out-of-paper");
    private static final Code EMERGENCY = new Code("emergency");

    private final Errand errand;
    private final String booking;
    private final World world;
    private final Floor floor;
    private final Draw draw;
    private final Optional<DeskId> willing;
    private Doing doing = Doing.COMES;
    private String kiosk = "";
    private int tries;
    private boolean paperFailed;
    private Optional<Ticket> ticket = Optional.empty();
    private Optional<DeskId> desk = Optional.empty();
    private Optional<Plans> plans = Optional.empty();
    private boolean misses;
    private final List<Errand.Leg> legs;
    private int leg;

    /// @param booking what is shown at the kiosk, or empty
    /// @param willing a desk that could take an emergency of this kind
    Citizen(
            Errand errand,
            String booking,
            Optional<DeskId> willing,
            World world,
            Floor floor,
            Draw draw) {
        this.errand = errand;
        this.booking = booking;
        this.willing = willing;
        this.world = world;
        this.floor = floor;
        this.draw = draw;
        this.misses = errand.missesCall();
        this.legs = new ArrayList<>(errand.legs());
    }

    @Override
    public Optional<Instant> plays(Instant now) {
        return switch (doing) {
            case COMES -> comes(now);
            case TOUCHES -> takes(now);
            case TAKES_PAPER -> takesPaper(now);
            case WAITS -> waits(now);
            case WALKS -> stands(now);
            case AWAY -> isBack(now);
            case MISSED -> comesBack(now);
            case STANDS, GONE -> Optional.empty();
        };
    }

    private Optional<Instant> comes(Instant now) {
        kiosk = floor.kiosk();
        var free = floor.freeAt(kiosk);
        if (free.isAfter(now)) {
            return Optional.of(free);
        }
        var until = now.plus(draw.seconds(12, 40));
        floor.touches(kiosk, until.plus(draw.seconds(2, 5)));
        doing = Doing.TOUCHES;
        return Optional.of(until);
    }

    private Optional<Instant> takes(Instant now) {
        var wanted =
                new World.Wanted(
                        kiosk,
                        errand.services(),
                        errand.language(),
                        errand.ground(),
                        errand.people(),
                        now.minus(draw.seconds(0, 1)),
                        booking);
        var request = draw.request();
        ticket = world.take(request, wanted, now);
        if (draw.chance(ANSWER_LOST)) {
            // The kiosk has not heard the answer and asks again, under the same name.
            var again = world.take(request, wanted, now);
            if (!again.equals(ticket) && ticket.isPresent()) {
                throw new IllegalStateException(
                        "asked again, the branch gave %s instead of %s".formatted(again, ticket));
            }
            ticket = again;
        }
        if (ticket.isEmpty()) {
            doing = ++tries < TRIES_MAX ? Doing.COMES : Doing.GONE;
            return Optional.of(now.plus(draw.seconds(20, 90)));
        }
        floor.has(ticket.get(), this);
        doing = Doing.TAKES_PAPER;
        return Optional.of(now.plus(draw.seconds(2, 5)));
    }

    private Optional<Instant> takesPaper(Instant now) {
        if (!paperFailed && draw.chance(NO_PAPER)) {
            paperFailed = true;
            does(new Deed.Hand(held(), Handing.FAILED, OUT_OF_PAPER), now);
            if (draw.chance(GIVES_UP_WITHOUT_PAPER)) {
                doing = Doing.GONE;
                return Optional.empty();
            }
            return Optional.of(now.plus(draw.seconds(4, 75)));
        }
        var how = paperFailed || draw.chance(SHOWN) ? Handing.SHOWN : Handing.PRINTED;
        does(new Deed.Hand(held(), how, Code.NONE), now);
        plans = Optional.of(new Plans(errand, now));
        return waitsAgain();
    }

    private Optional<Instant> waitsAgain() {
        doing = Doing.WAITS;
        return plans.flatMap(Plans::next);
    }

    private Optional<Instant> waits(Instant now) {
        var due = plans.orElseThrow();
        if (due.leaves(now)) {
            if (errand.tells()) {
                does(new Deed.Leave(held()), now);
            }
            doing = Doing.GONE;
            return Optional.empty();
        }
        if (due.pleads(now)) {
            willing.ifPresent(
                    to -> floor.says(new Deed.CallNamed(to, held().number(), EMERGENCY), now));
        } else if (due.asksMoreTime(now)) {
            does(new Deed.AskMoreTime(held()), now);
        }
        return waitsAgain();
    }

    /// @return when the person will stand there, if at all
    Optional<Instant> called(DeskId to, Instant now) {
        boolean hears = doing == Doing.WAITS || doing == Doing.WALKS || doing == Doing.STANDS;
        if (!hears) {
            return Optional.empty();
        }
        desk = Optional.of(to);
        if (misses) {
            return Optional.empty();
        }
        if (draw.chance(WALKS_OFF_WHEN_CALLED)) {
            does(new Deed.Leave(held()), now);
            doing = Doing.GONE;
            return Optional.empty();
        }
        doing = Doing.WALKS;
        if (draw.chance(SAYS_COMING)) {
            does(new Deed.SayComing(held()), now);
        }
        return Optional.of(
                now.plus(draw.chance(SLOW) ? draw.seconds(45, 110) : draw.seconds(8, 40)));
    }

    private Optional<Instant> stands(Instant now) {
        doing = Doing.STANDS;
        floor.arrives(this, desk.orElseThrow(), now);
        return Optional.empty();
    }

    /// The call was a mistake, or the proof is missing: back to the chairs.
    Optional<Instant> sentBack() {
        return waitsAgain();
    }

    boolean hasProof() {
        return errand.proof();
    }

    /// How long the service at hand takes.
    Duration need() {
        return legs.get(leg).need();
    }

    boolean hasNextLeg() {
        return leg + 1 < legs.size();
    }

    /// The clerk goes on with the next leg at once.
    void stays() {
        leg++;
    }

    /// The clerk has added a service.
    ///
    /// @param next it is done next, and not at the end
    /// @return whether it belongs to the leg at hand
    boolean gets(Errand.Leg more, boolean next) {
        int before = next ? leg : legs.size() - 1;
        boolean joins = legs.get(before).group().equals(more.group());
        if (joins) {
            legs.set(before, before == leg ? more : legs.get(before).longer(more.need()));
        } else {
            legs.add(before + 1, more);
        }
        return joins && before == leg;
    }

    /// The papers that the catalogue lists for what this person came for.
    List<String> papers(Catalogue catalogue) {
        return errand.services().stream()
                .flatMap(code -> catalogue.service(code).stream())
                .flatMap(service -> service.documents().stream())
                .distinct()
                .toList();
    }

    /// The clerk has undone what came after: the service goes on.
    void isServedAgain() {
        if (doing == Doing.WAITS && leg > 0) {
            leg--;
        }
        doing = Doing.STANDS;
    }

    /// Served on at the same desk, or called and now there.
    void isServed() {
        doing = Doing.STANDS;
    }

    /// Somebody has said that this person has left.
    void goes() {
        doing = Doing.GONE;
    }

    /// The errand belongs to another group, where the person waits again.
    Optional<Instant> isHandedOn(GroupCode group) {
        legs.set(leg, new Errand.Leg(group, need()));
        return waitsAgain();
    }

    /// The clerk is done with this leg.
    Optional<Instant> served(Instant now) {
        if (hasNextLeg()) {
            leg++;
            return waitsAgain();
        }
        if (draw.chance(RATES)) {
            does(new Deed.Rate(held(), draw.chance(CONTENT) ? STARS_MAX : 1), now);
        }
        doing = Doing.GONE;
        return Optional.empty();
    }

    /// Sent to pay or to copy something.
    ///
    /// @param returns whether the clerk has to be told on the way back
    Optional<Instant> sentAway(Instant now, boolean returns, Duration away) {
        if (!returns) {
            return waitsAgain();
        }
        doing = Doing.AWAY;
        return Optional.of(now.plus(away));
    }

    private Optional<Instant> isBack(Instant now) {
        floor.says(new Deed.Unpark(desk.orElseThrow(), held().number()), now);
        return waitsAgain();
    }

    /// The number was called in vain.
    Optional<Instant> missed(Instant now) {
        if (doing == Doing.WALKS) {
            doing = Doing.MISSED;
            return Optional.of(now.plus(draw.seconds(20, 60)));
        }
        if (doing == Doing.GONE || !errand.comesBack() || !misses) {
            doing = Doing.GONE;
            return Optional.empty();
        }
        misses = false;
        doing = Doing.MISSED;
        return Optional.of(now.plus(draw.seconds(60, 16 * 60)));
    }

    private Optional<Instant> comesBack(Instant now) {
        if (errand.tells()) {
            doing = Doing.WAITS;
            return does(new Deed.ComeBack(held()), now) ? waitsAgain() : Optional.empty();
        }
        floor.says(new Deed.Return(desk.orElseThrow(), held().number()), now);
        return waitsAgain();
    }

    private boolean does(Deed.OfTicket deed, Instant now) {
        return world.does(draw.request(), deed, now);
    }

    private Ticket held() {
        return ticket.orElseThrow();
    }
}
