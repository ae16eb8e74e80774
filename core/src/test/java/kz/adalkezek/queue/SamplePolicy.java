package kz.adalkezek.queue;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The policy of the tests: that of the demo, small enough to read.
public final class SamplePolicy {

    private static final Policy.Names NAMES = new Policy.Names("кк", "ру", "en");
    private static final Policy.Limits LIMITS = new Policy.Limits(10, 400, 5);
    private static final Duration HELP_AFTER = Duration.ofMinutes(10);

    public static final Policy POLICY = with(20, LIMITS);

    private SamplePolicy() {}

    public static Policy with(int maxOvertakes, Policy.Limits limits) {
        return with("test-1", maxOvertakes, HELP_AFTER, limits);
    }

    public static Policy named(String version) {
        return helpingAfter(version, HELP_AFTER);
    }

    static Policy helpingAfter(String version, int minutes) {
        return helpingAfter(version, Duration.ofMinutes(minutes));
    }

    static Policy helpingAfter(String version, Duration helpAfter) {
        return with(version, 20, helpAfter, LIMITS);
    }

    public static Policy with(
            String version, int maxOvertakes, Duration helpAfter, Policy.Limits limits) {
        return with(version, grounds("act"), maxOvertakes, helpAfter, limits);
    }

    static Policy granting(List<Policy.Ground> grounds) {
        return with("test-1", grounds, 20, HELP_AFTER, LIMITS);
    }

    /// @param credit of bookings, minutes
    static Policy booking(String version, int credit) {
        return with(version, grounds("act"), 20, HELP_AFTER, LIMITS, credit);
    }

    /// @param act the text of the act that the first ground names
    static Policy citing(String version, String act) {
        return with(version, grounds(act), 20, HELP_AFTER, LIMITS);
    }

    private static List<Policy.Ground> grounds(String act) {
        return List.of(
                new Policy.Ground("P-PREG", 30, act, NAMES),
                ground("P-BABY", 30),
                ground("P-LARGE", 15),
                ground("P-OLD", 15));
    }

    private static Policy with(
            String version,
            List<Policy.Ground> grounds,
            int maxOvertakes,
            Duration helpAfter,
            Policy.Limits limits) {
        return with(version, grounds, maxOvertakes, helpAfter, limits, 15);
    }

    private static Policy with(
            String version,
            List<Policy.Ground> grounds,
            int maxOvertakes,
            Duration helpAfter,
            Policy.Limits limits,
            int bookingCredit) {
        return new Policy(
                version,
                grounds,
                maxOvertakes,
                helpAfter,
                new Policy.Booking(
                        bookingCredit, Duration.ofMinutes(10), Duration.ofMinutes(15), 60),
                new Policy.NoShow(2, Duration.ofSeconds(45), Duration.ofMinutes(15)),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                Duration.ofSeconds(5),
                Duration.ofMinutes(15),
                Map.of(
                        "outcome", List.of(new Code("accepted"), new Code("answered")),
                        "pause", List.of(new Code("lunch")),
                        "override", List.of(new Code("emergency")),
                        "served-direct", List.of(new Code("system-down")),
                        "request-document", List.of(new Code("identity-unclear")),
                        "park", List.of(new Code("waits-for-payment")),
                        "dispute-clock", List.of(new Code("forgot-to-start")),
                        "answer-finding", List.of(new Code("our-fault")),
                        "handed-failed", List.of(new Code("printer-out-of-paper"))),
                limits,
                List.of(
                        new Policy.Norm(
                                "ID-CARD",
                                new Code("office"),
                                Duration.ofMinutes(15),
                                Duration.ofMinutes(15))),
                new Policy.Findings(Duration.ofHours(24), Duration.ofHours(72)),
                Code.NONE);
    }

    private static Policy.Ground ground(String code, int credit) {
        return new Policy.Ground(code, credit, "act", NAMES);
    }
}
