package kz.adalkezek.queue;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The policy of the tests: that of the demo, small enough to read.
final class SamplePolicy {

    static final Policy POLICY = with(20, new Policy.Limits(10, 400, 5));

    private SamplePolicy() {}

    static Policy with(int maxOvertakes, Policy.Limits limits) {
        return with("test-1", maxOvertakes, 10, limits);
    }

    static Policy helpingAfter(String version, int minutes) {
        return with(version, 20, minutes, new Policy.Limits(10, 400, 5));
    }

    static Policy with(
            String version, int maxOvertakes, int helpAfterMinutes, Policy.Limits limits) {
        return new Policy(
                version,
                List.of(
                        ground("P-PREG", 30),
                        ground("P-BABY", 30),
                        ground("P-LARGE", 15),
                        ground("P-OLD", 15)),
                maxOvertakes,
                Duration.ofMinutes(helpAfterMinutes),
                new Policy.Booking(15, Duration.ofMinutes(10), Duration.ofMinutes(15), 60),
                new Policy.NoShow(2, Duration.ofSeconds(45), Duration.ofMinutes(15)),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                Duration.ofSeconds(5),
                Duration.ofMinutes(15),
                Map.of(
                        "outcome", List.of(new Code("accepted"), new Code("answered")),
                        "pause", List.of(new Code("lunch")),
                        "override", List.of(new Code("emergency")),
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
        return new Policy.Ground(code, credit, "act", new Policy.Names("кк", "ру", "en"));
    }
}
