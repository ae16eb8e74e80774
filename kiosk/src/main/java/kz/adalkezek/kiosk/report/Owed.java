package kz.adalkezek.kiosk.report;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import kz.adalkezek.queue.RequestId;
import org.jspecify.annotations.Nullable;

/// What the branch has not been told yet: of each part the newest state only, in the order in which
/// the parts came into it. Reads no clock; for one thread at a time.
final class Owed {

    /// The same for every attempt to tell it, for the branch takes a request once.
    ///
    /// @param printed papers cut when this became so, where the part is the printer
    record Report(RequestId request, PartState state, OptionalLong printed) {}

    private static final class Line {
        private Report report;
        private long sinceNanos;
        private long notBeforeNanos;
        private @Nullable PartState told;
        private long toldNanos;

        Line(Report report, long now) {
            this.report = report;
            this.sinceNanos = now;
            this.notBeforeNanos = now;
        }

        /// After an hour a state is told again, so that each day's log has it, with the papers that
        /// were cut by then; on the same day the branch takes it for no news.
        void repeat(OptionalLong printed, long now) {
            if (!isOwed() && now - toldNanos >= REPEAT.toNanos()) {
                report = fresh(report.state(), printed);
                sinceNanos = now;
                told = null;
            }
        }

        boolean isOwed() {
            return report.state() != told;
        }

        long dueNanos() {
            long settled = sinceNanos + report.state().part().settle().toNanos();
            return settled - notBeforeNanos > 0 ? settled : notBeforeNanos;
        }
    }

    private static final Duration REPEAT = Duration.ofHours(1);

    private final Map<Part, Line> lines = new EnumMap<>(Part.class);

    /// @param now of a clock that only goes forward, as in all methods
    void is(PartState state, OptionalLong printed, long now) {
        var report = fresh(state, printed);
        var line = lines.get(state.part());
        if (line == null) {
            lines.put(state.part(), new Line(report, now));
        } else if (line.report.state() != state) {
            line.report = report;
            line.sinceNanos = now;
        }
    }

    /// What to tell now, the oldest change first.
    Optional<Report> due(long now) {
        return owed().stream()
                .filter(line -> line.dueNanos() - now <= 0)
                .min(Comparator.comparingLong(line -> line.sinceNanos - now))
                .map(line -> line.report);
    }

    /// What was told an hour ago is owed again.
    ///
    /// @param printed papers cut by now
    void repeat(OptionalLong printed, long now) {
        lines.forEach((part, line) ->
                line.repeat(part == Part.PRINTER ? printed : OptionalLong.empty(), now));
    }

    /// How long until something may be due; nothing while nothing was ever said.
    OptionalLong nanosToNext(long now) {
        return lines.values().stream()
                .mapToLong(line ->
                        line.isOwed()
                                ? line.dueNanos() - now
                                : line.toldNanos + REPEAT.toNanos() - now)
                .map(left -> Math.max(0, left))
                .min();
    }

    /// The branch has it.
    void told(Report report, long now) {
        var line = line(report);
        line.told = report.state();
        line.toldNanos = now;
        line.notBeforeNanos = now + report.state().part().quiet().toNanos();
    }

    /// The branch does not take it; the others are not kept waiting by that.
    void refused(Report report, long untilNanos) {
        line(report).notBeforeNanos = untilNanos;
    }

    private Collection<Line> owed() {
        return lines.values().stream().filter(Line::isOwed).toList();
    }

    private Line line(Report report) {
        var line = lines.get(report.state().part());
        if (line == null) {
            throw new IllegalArgumentException("nobody owes " + report);
        }
        return line;
    }

    private static Report fresh(PartState state, OptionalLong printed) {
        return new Report(new RequestId(UUID.randomUUID()), state, printed);
    }
}
