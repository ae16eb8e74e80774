package kz.adalkezek.audit;

import java.util.ArrayList;
import java.util.List;
import kz.adalkezek.audit.Finding.LawBroken;
import kz.adalkezek.audit.Finding.LogBroken;
import kz.adalkezek.audit.Finding.Overridden;

/// What a verification has found. It counts everything and keeps the first [#KEPT_MAX] of each
/// kind, so that a log which is wrong everywhere cannot fill the memory.
public final class Findings {

    public static final int KEPT_MAX = 10_000;

    private final Kept<LogBroken> log = new Kept<>();
    private final Kept<LawBroken> law = new Kept<>();
    private final Kept<Overridden> overrides = new Kept<>();

    public void add(Finding finding) {
        switch (finding) {
            case LogBroken broken -> log.add(broken);
            case LawBroken broken -> law.add(broken);
            case Overridden overridden -> overrides.add(overridden);
        }
    }

    /// What came later in the same log.
    void add(Findings later) {
        log.add(later.log);
        law.add(later.law);
        overrides.add(later.overrides);
    }

    /// Faults of the log that nobody has kept.
    void addUnkeptFaults(long more) {
        log.count += more;
    }

    public Kept<LogBroken> log() {
        return log;
    }

    public Kept<LawBroken> law() {
        return law;
    }

    public Kept<Overridden> overrides() {
        return overrides;
    }

    /// The findings of one kind, in the order of the log.
    public static final class Kept<F extends Finding> {

        private final List<F> first = new ArrayList<>();
        private long count;

        private void add(F finding) {
            count++;
            if (first.size() < KEPT_MAX) {
                first.add(finding);
            }
        }

        private void add(Kept<F> later) {
            later.first.forEach(this::add);
            count += later.count - later.first.size();
        }

        /// How many there were, those not kept included.
        public long count() {
            return count;
        }

        public boolean isEmpty() {
            return count == 0;
        }

        public List<F> first() {
            return List.copyOf(first);
        }
    }
}
