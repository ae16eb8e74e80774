package kz.adalkezek.queue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The published rules of one branch, as data. Its whole text is an event before it takes effect.
///
/// @param version the name under which it is cited; never used for two texts
/// @param maxOvertakes from so many overtakes on, a visit is called by the limit
/// @param helpAfter how long a visit waits before desks help for which its group is secondary
/// @param recallSpacing the least time between two calls of one visit
/// @param handedWithin how long a number is reserved before the ticket is in the citizen's hands
/// @param undoSeconds how long a call may be undone, and a desk then may not call
/// @param moreTime how long a citizen may step aside
/// @param reasons the closed codes, by what they are given for (`override`, `park`, `outcome`, ...)
/// @param schedule `always-open`, or none where the branch's calendar rules
public record Policy(
        String version,
        List<Ground> grounds,
        int maxOvertakes,
        Duration helpAfter,
        Booking booking,
        NoShow noShow,
        Duration recallSpacing,
        Duration handedWithin,
        Duration undoSeconds,
        Duration moreTime,
        Map<String, List<Code>> reasons,
        Limits limits,
        List<Norm> norms,
        Findings findings,
        Code schedule) {

    public static final int VERSION_MAX_CHARS = 40;
    public static final int CREDIT_MAX_MINUTES = 24 * 60;

    /// Of its canonical JSON: the policies that are not over have to fit into one `day.opened`.
    public static final int TEXT_MAX_BYTES = 30_000;

    public static final int COUNT_MAX = 1_000_000;
    public static final Duration TIME_MAX = Duration.ofDays(31);

    /// No limit: the key is left out of the published text.
    public static final int UNLIMITED = 0;

    /// A published reason to go earlier.
    ///
    /// @param credit minutes, 1 to 1440
    /// @param act the act of the office that grants it
    public record Ground(String code, int credit, String act, Names names) {
        public Ground {
            within("credit", credit, 1, CREDIT_MAX_MINUTES);
        }
    }

    public record Names(String kk, String ru, String en) {}

    /// @param credit minutes
    /// @param walkInShare the least share of each half hour that is kept for walk-ins, percent
    public record Booking(int credit, Duration early, Duration late, int walkInShare) {
        public Booking {
            within("booking credit", credit, 0, CREDIT_MAX_MINUTES);
            within("walk-in share", walkInShare, 0, 100);
            times(early, late);
        }
    }

    /// @param calls how many counted calls go unanswered before a no-show
    /// @param apart the least time between counted calls, and after the last
    /// @param returnWithin how long after a no-show a visit may come back
    public record NoShow(int calls, Duration apart, Duration returnWithin) {
        public NoShow {
            within("no-show calls", calls, 1, COUNT_MAX);
            times(apart, returnWithin);
        }
    }

    /// Each may be [#UNLIMITED].
    ///
    /// @param waiting how many people may hold a number and not be called yet
    public record Limits(int ticketsPerKioskPerMinute, int waiting, int legs) {
        public Limits {
            within("limit", ticketsPerKioskPerMinute, UNLIMITED, COUNT_MAX);
            within("limit", waiting, UNLIMITED, COUNT_MAX);
            within("limit", legs, UNLIMITED, COUNT_MAX);
        }
    }

    /// What a service promises in one channel (`office`, `village`).
    public record Norm(String service, Code channel, Duration waiting, Duration serving) {
        public Norm {
            times(waiting, serving);
        }
    }

    /// How long the head of the branch has to answer a breach, and then the region.
    public record Findings(Duration answerWithin, Duration escalateWithin) {
        public Findings {
            times(answerWithin, escalateWithin);
        }
    }

    public Policy {
        if (version.isEmpty() || version.length() > VERSION_MAX_CHARS) {
            throw new IllegalArgumentException("a version has 1 to 40 characters");
        }
        within("maxOvertakes", maxOvertakes, 1, COUNT_MAX);
        times(helpAfter, recallSpacing, handedWithin, undoSeconds, moreTime);
        grounds = List.copyOf(grounds);
        norms = List.copyOf(norms);
        reasons = Map.copyOf(reasons);
        if (reasons.values().stream().anyMatch(codes -> codes.contains(Code.NONE))) {
            throw new IllegalArgumentException("a reason has a code");
        }
        requireDistinct(grounds);
    }

    private static void requireDistinct(List<Ground> grounds) {
        for (var ground : grounds) {
            if (grounds.stream().filter(g -> g.code().equals(ground.code())).count() > 1) {
                throw new IllegalArgumentException("ground " + ground.code() + " stands twice");
            }
            // A credit that belongs to one ground alone would tell the ground.
            if (grounds.stream().filter(g -> g.credit() == ground.credit()).count() < 2) {
                throw new IllegalArgumentException(
                        "credit " + ground.credit() + " belongs to one ground alone");
            }
        }
    }

    /// The same rules under another version.
    public Policy named(String version) {
        return with(version, limits);
    }

    /// The same rules without any limit on tickets, people and legs.
    public Policy unlimited(String version) {
        return with(version, new Limits(UNLIMITED, UNLIMITED, UNLIMITED));
    }

    public boolean sameRules(Policy other) {
        return named(other.version).equals(other);
    }

    private Policy with(String version, Limits limits) {
        return new Policy(
                version,
                grounds,
                maxOvertakes,
                helpAfter,
                booking,
                noShow,
                recallSpacing,
                handedWithin,
                undoSeconds,
                moreTime,
                reasons,
                limits,
                norms,
                findings,
                schedule);
    }

    public boolean allows(String purpose, Code code) {
        return reasons.getOrDefault(purpose, List.of()).contains(code);
    }

    public Optional<Ground> ground(String code) {
        return grounds.stream().filter(ground -> ground.code().equals(code)).findFirst();
    }

    public Optional<Norm> norm(String service, Code channel) {
        return norms.stream()
                .filter(norm -> norm.service().equals(service) && norm.channel().equals(channel))
                .findFirst();
    }

    /// The text of a policy has whole seconds: with a fraction the writer and a replay would
    /// differ.
    private static void times(Duration... times) {
        for (var time : times) {
            if (time.isNegative() || time.compareTo(TIME_MAX) > 0 || time.toNanosPart() != 0) {
                throw new IllegalArgumentException(
                        "a duration is 0 to 31 days in whole seconds but was " + time);
            }
        }
    }

    private static void within(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s is %d to %d but was %d".formatted(what, least, most, value));
        }
    }
}
