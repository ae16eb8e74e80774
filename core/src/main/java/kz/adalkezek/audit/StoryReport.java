package kz.adalkezek.audit;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import kz.adalkezek.clocks.Ending;
import kz.adalkezek.clocks.VisitClocks;

/// The story of one ticket as lines for a person: log index, local time, what happened.
final class StoryReport {

    private final PrintStream out;

    StoryReport(PrintStream out) {
        this.out = out;
    }

    void print(Story story) {
        out.println(
                "The story of %s on %s (visit %d); first the entry of the log, then the local time:"
                        .formatted(story.number(), story.day(), story.visit().index()));
        for (var step : story.steps()) {
            out.println(
                    "  %9s  %s  %s."
                            .formatted(
                                    index(step.index()), Report.clock(step.at()), step.sentence()));
        }
        clocks(story.clocks());
    }

    private static String index(Optional<Long> index) {
        return index.map(String::valueOf).orElse("-");
    }

    private void clocks(VisitClocks clocks) {
        out.println(
                "Its clocks: waiting %s, walking %s, service %s, away %s; together %s from %s to %s."
                                .formatted(
                                        time(clocks.waitingMs()),
                                        time(clocks.walkingMs()),
                                        time(clocks.serviceMs()),
                                        time(clocks.awayMs()),
                                        time(
                                                Duration.between(clocks.arrival(), clocks.until())
                                                        .toMillis()),
                                        Report.clock(clocks.arrival()),
                                        Report.clock(clocks.until()))
                        + (clocks.ending() == Ending.NOT_YET ? " It goes on." : ""));
    }

    /// Minutes and seconds, with the milliseconds that make the sum exact.
    private static String time(long ms) {
        var time = Duration.ofMillis(ms);
        return "%d:%02d.%03d"
                .formatted(time.toMinutes(), time.toSecondsPart(), time.toMillisPart());
    }
}
