package kz.adalkezek.audit;

import java.io.PrintStream;
import java.util.Optional;
import kz.adalkezek.log.Checkpoint;
import kz.adalkezek.queue.Entry;

/// The outside verifier's command line: is the log true, and was the law kept?
public final class Verify {

    public static final int SOUND = 0;
    public static final int LOG_BROKEN = 1;
    public static final int LAW_BROKEN = 2;
    public static final int CANNOT_READ = 3;

    private final Report report;
    private final Findings findings = new Findings();
    private final Replay replay = new Replay();

    private Verify(PrintStream out) {
        this.report = new Report(out);
    }

    public static void main(String[] args) {
        // A fault of this program says nothing about the log; left alone, Java would end with 1.
        Thread.currentThread()
                .setUncaughtExceptionHandler((_, fault) -> {
                    fault.printStackTrace();
                    Runtime.getRuntime().halt(CANNOT_READ);
                });
        System.exit(run(args, System.out, System.err));
    }

    /// @return the exit code
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return switch (Options.parse(args)) {
            case Options.Parsed.Wrong(var why) -> cannotRead(why, err);
            case Options.Parsed.Given(var options) -> {
                try {
                    yield new Verify(out).run(options);
                } catch (UnreadableException e) {
                    yield cannotRead(e.why(), err);
                }
            }
        };
    }

    private int run(Options options) throws UnreadableException {
        var source = LogSource.of(options.place());
        var key = Notes.key(source, options);
        report.key(key);
        var checkpoint = Notes.checkpoint(source, key.key(), findings);
        if (checkpoint.isPresent()) {
            Optional<Checkpoint> since = Optional.empty();
            if (options.since().isPresent()) {
                since = Optional.of(Notes.since(options.since().get(), key.key()));
            }
            check(source, checkpoint.get(), since);
        }
        report.findings(findings);
        report.verdict(exitCode());
        return exitCode();
    }

    private void check(LogSource source, Checkpoint checkpoint, Optional<Checkpoint> since)
            throws UnreadableException {
        report.checkpoint(checkpoint);
        since.ifPresent(report::since);
        boolean whole = new LogCheck(source, checkpoint, since, findings, this::replay).run();
        if (whole) {
            replay.end().forEach(findings::add);
        }
        report.account(replay.account(), checkpoint.size());
    }

    private void replay(Entry entry) {
        replay.next(entry).forEach(findings::add);
    }

    private int exitCode() {
        if (!findings.log().isEmpty()) {
            return LOG_BROKEN;
        }
        return findings.law().isEmpty() ? SOUND : LAW_BROKEN;
    }

    private static int cannotRead(String why, PrintStream err) {
        err.println("Cannot verify: " + why + ".");
        err.println(Options.USAGE);
        return CANNOT_READ;
    }
}
