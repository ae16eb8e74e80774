package kz.adalkezek.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/// The outside verifier's command line: is the log true, and was the law kept?
public final class Verify {

    public static final int SOUND = 0;
    public static final int LOG_BROKEN = 1;
    public static final int LAW_BROKEN = 2;
    public static final int CANNOT_READ = 3;

    private Verify() {}

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
            case Options.Parsed.Wrong(var why) -> {
                cannotRead(why, err);
                yield CANNOT_READ;
            }
            case Options.Parsed.Given(var options) -> run(options, out, err);
        };
    }

    private static int run(Options options, PrintStream out, PrintStream err) {
        try {
            var outcome = outcome(options);
            if (options.json()) {
                try (var report = new JsonReport(out)) {
                    report.write(outcome);
                }
            } else {
                new Report(out).print(outcome);
            }
            return outcome.exitCode();
        } catch (UnreadableException e) {
            cannotRead(e.why(), err);
            if (options.json()) {
                sayInJson(e.why(), out);
            }
            return CANNOT_READ;
        } catch (IOException e) {
            // Only what was written can fail here, and nobody is left to be told.
            throw new UncheckedIOException(e);
        }
    }

    private static void cannotRead(String why, PrintStream err) {
        err.println("Cannot verify: " + why + ".");
        err.println(Options.USAGE);
    }

    private static void sayInJson(String why, PrintStream out) {
        try (var report = new JsonReport(out)) {
            report.cannotRead(why);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outcome outcome(Options options) throws UnreadableException {
        var source = LogSource.of(options.place());
        var key = Notes.key(source, options);
        var findings = new Findings();
        var checkpoint = Notes.checkpoint(source, key.key(), findings);
        return checkpoint.isPresent()
                ? new Reading(source, key, checkpoint.get(), options).outcome()
                : new Outcome(
                        key,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new Account(Optional.empty()),
                        findings);
    }

    /// The exit code in a word.
    static String verdict(int exitCode) {
        return switch (exitCode) {
            case SOUND -> "sound";
            case LOG_BROKEN -> "log-broken";
            case LAW_BROKEN -> "law-broken";
            default -> "cannot-read";
        };
    }
}
