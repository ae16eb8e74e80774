package kz.adalkezek.server.play;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.server.branch.Catalogue;

/// What somebody comes for, and how this person is: drawn once, before the doors open.
///
/// @param ground code of the policy that is chosen at the kiosk, or empty
/// @param proof whether the paper for it is in the bag
/// @param people for whom it is one errand
/// @param legs in the order chosen; adjacent services of one group are one
/// @param patience after which the person goes away, with or without a word
record Errand(
        List<String> services,
        String language,
        String ground,
        boolean proof,
        int people,
        List<Leg> legs,
        boolean missesCall,
        boolean comesBack,
        boolean tells,
        Optional<Duration> patience,
        Optional<Duration> asksMoreTime,
        Optional<Duration> pleads) {

    private static final double FAMILY = 0.04;
    private static final List<Integer> FAMILIES = List.of(2, 3, 4);
    private static final Duration LEAVES_FROM = Duration.ofMinutes(2);
    private static final int LEAVES_UNTIL_SECONDS = 20 * 60;

    /// @param need how long it takes at a desk
    record Leg(GroupCode group, Duration need) {
        Leg longer(Duration more) {
            return new Leg(group, need.plus(more));
        }
    }

    Errand {
        services = List.copyOf(services);
        legs = List.copyOf(legs);
    }

    static Errand drawn(Draw draw, Premises premises, GroupCode first) {
        var habits = premises.habits();
        var catalogue = premises.catalogue();
        var services = new ArrayList<String>();
        services.add(service(draw, catalogue, first));
        while (services.size() < premises.policy().limits().legs()
                && draw.chance(habits.severalServices())) {
            services.add(service(draw, catalogue, new GroupCode(draw.byShare(habits.groupMix()))));
        }
        var grounds = premises.policy().grounds();
        boolean claims = !grounds.isEmpty() && draw.chance(habits.ground());
        return new Errand(
                services,
                draw.byShare(habits.languages()),
                claims ? draw.oneOf(grounds).code() : "",
                !draw.chance(habits.withoutProof()),
                draw.chance(FAMILY) ? draw.oneOf(FAMILIES) : 1,
                legs(draw, premises, services),
                draw.chance(habits.missedCall()),
                draw.chance(habits.comesBack()),
                draw.chance(0.5),
                sometimes(draw, habits.leaves(), LEAVES_UNTIL_SECONDS),
                sometimes(draw, habits.moreTime(), LEAVES_UNTIL_SECONDS),
                sometimes(draw, habits.emergency(), LEAVES_UNTIL_SECONDS));
    }

    private static Optional<Duration> sometimes(Draw draw, double share, int untilSeconds) {
        var after = draw.seconds((int) LEAVES_FROM.toSeconds(), untilSeconds);
        return draw.chance(share) ? Optional.of(after) : Optional.empty();
    }

    private static String service(Draw draw, Catalogue catalogue, GroupCode group) {
        var offered =
                catalogue.services().values().stream()
                        .filter(service -> service.group().equals(group))
                        .map(Catalogue.Service::code)
                        .toList();
        return draw.oneOf(offered);
    }

    private static List<Leg> legs(Draw draw, Premises premises, List<String> services) {
        var legs = new ArrayList<Leg>();
        for (var code : services) {
            var leg = leg(draw, premises, code);
            if (!legs.isEmpty() && legs.getLast().group().equals(leg.group())) {
                legs.add(legs.removeLast().longer(leg.need()));
            } else {
                legs.add(leg);
            }
        }
        return legs;
    }

    /// What a service comes to for this person.
    static Leg leg(Draw draw, Premises premises, String code) {
        var service = premises.catalogue().service(code).orElseThrow();
        var mean = Duration.ofMinutes(service.averageMinutes());
        return new Leg(service.group(), draw.skewed(mean, premises.habits().variation()));
    }
}
