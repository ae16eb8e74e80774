package kz.adalkezek.audit;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.TreeMap;
import kz.adalkezek.audit.Findings.Kept;
import kz.adalkezek.audit.Segment.Believed;
import kz.adalkezek.log.Checkpoint;
import kz.adalkezek.queue.Event;

/// What a person reads: a journalist first, a developer second.
final class Report {

    private static final int FAULTS_MAX = 100;
    private static final int ROOT_CHARS = 12;
    private static final int RULES_MAX = 20;

    // All of Kazakhstan since 1 March 2024.
    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(5);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    static String time(Instant at) {
        return TIME.format(at.atOffset(OFFSET));
    }

    /// As the log has it: local time with its offset, to the millisecond.
    static String iso(Instant at) {
        return ISO.format(at.atOffset(OFFSET));
    }

    /// The time of day.
    static String clock(Instant at) {
        return CLOCK.format(at.atOffset(OFFSET));
    }

    void print(Outcome outcome) throws UnreadableException {
        key(outcome.key());
        if (outcome.checkpoint().isPresent()) {
            var checkpoint = outcome.checkpoint().get();
            checkpoint(checkpoint);
            outcome.since().ifPresent(this::since);
            outcome.believed().ifPresent(this::believed);
            var account = outcome.account();
            if (account.stories().isPresent()) {
                incomplete(outcome);
                new StoryReport(out).print(account.stories().get().only(account.days()));
            } else {
                incomplete(outcome);
                account(account);
                overrides(outcome.findings());
            }
        } else {
            overrides(outcome.findings());
        }
        faults(outcome.findings());
        verdict(outcome.exitCode());
    }

    private void key(Notes.Key key) {
        if (key.pinned()) {
            out.println("The key is pinned: it was given with --vkey.");
        } else {
            out.println(
                    "The key is NOT pinned: it was taken from the log itself ("
                            + key.place()
                            + "). Whoever made this log could have made the key. Compare it with"
                            + " the published one and give that with --vkey.");
        }
        out.println("Key:        " + key.key());
    }

    private void checkpoint(Checkpoint checkpoint) {
        out.println("Log:        " + checkpoint.origin());
        out.println("Size:       " + checkpoint.size() + " entries");
        out.println("Root:       " + checkpoint.root().base64().substring(0, ROOT_CHARS) + "…");
    }

    private void account(Account account) {
        tally(account.tally());
        rules(account);
        new DayTable(out).print(account.days());
    }

    /// The rules in force while days were open, in the order of their publication.
    private void rules(Account account) {
        var rules = new TreeMap<Long, String>();
        for (var day : account.days()) {
            for (var policy : day.rules().policies()) {
                rules.put(policy.index(), "policy " + policy.version() + from(policy.from()));
            }
            for (var catalogue : day.rules().catalogues()) {
                rules.put(
                        catalogue.index(),
                        "catalogue " + catalogue.version() + from(catalogue.from()));
            }
        }
        rules.entrySet().stream()
                .limit(RULES_MAX)
                .forEach(rule ->
                        out.println(
                                "Rules:      %s, published by %s (entry %d)"
                                        .formatted(
                                                rule.getValue(),
                                                account.author(rule.getKey())
                                                        .orElse("an earlier day"),
                                                rule.getKey())));
        if (rules.size() > RULES_MAX) {
            out.println("            … and " + (rules.size() - RULES_MAX) + " more; see --json");
        }
    }

    private static String from(Instant from) {
        return " from " + time(from);
    }

    private void tally(Tally tally) {
        out.println("Days:       " + tally.days() + days(tally));
        out.println("Tickets:    " + tally.tickets() + " issued");
        out.println(
                "Calls:      %d by order, %d by the limit, %d by override; %d of all taken back"
                        .formatted(
                                tally.calls(Event.Rule.ORDER),
                                tally.calls(Event.Rule.LIMIT),
                                tally.calls(Event.Rule.OVERRIDE),
                                tally.withdrawn()));
        out.println("Direct:     " + tally.directs() + " served without a ticket");
        out.println("Overtaken:  " + tally.overtaken() + " times, counted by person");
        out.println("Refusals:   " + tally.refusals());
    }

    private void incomplete(Outcome outcome) {
        long from = outcome.believed().map(believed -> believed.opened().index()).orElse(0L);
        long size = outcome.checkpoint().orElseThrow().size();
        long replayed = outcome.account().tally().entries();
        if (replayed < size - from) {
            out.println(
                    "Replayed:   only the first %d entries%s"
                            .formatted(replayed, from > 0 ? " from there" : ""));
        }
    }

    private void believed(Believed believed) {
        out.println(
                "Believed:   the state that entry %d (day.opened) carries. The entries before it were"
                        .formatted(believed.opened().index()));
        out.println(
                "            checked as bytes; their law, and requests sent again from the day before,"
                        + " were not.");
    }

    private static String days(Tally tally) {
        return tally.firstDay()
                .flatMap(first -> tally.lastDay().map(last -> ", " + first + " to " + last))
                .orElse("");
    }

    private void since(Checkpoint older) {
        out.println("Since:      an older checkpoint of " + older.size() + " entries was compared");
    }

    private void overrides(Findings findings) {
        out.println("Overrides:  " + findings.overrides().count());
        list(findings.overrides(), Findings.KEPT_MAX);
    }

    private void faults(Findings findings) {
        if (!findings.log().isEmpty()) {
            out.println("What is wrong with the log:");
            list(findings.log(), FAULTS_MAX);
        }
        if (!findings.law().isEmpty()) {
            out.println("Where the law was broken:");
            list(findings.law(), FAULTS_MAX);
        }
    }

    private void list(Kept<? extends Finding> findings, int most) {
        findings.first().stream()
                .limit(most)
                .forEach(finding -> out.println("  " + finding.sentence()));
        if (findings.count() > most) {
            out.println("  … and " + (findings.count() - most) + " more.");
        }
    }

    private void verdict(int exitCode) {
        out.println(
                switch (exitCode) {
                    case Verify.SOUND ->
                            "SOUND: the log is whole, and every call follows the published law.";
                    case Verify.LOG_BROKEN ->
                            "LOG BROKEN: this log is not what was signed. Do not believe it.";
                    default -> "LAW BROKEN: the log is whole, but it tells of breaches.";
                });
    }
}
