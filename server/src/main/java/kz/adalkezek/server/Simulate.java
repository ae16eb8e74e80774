package kz.adalkezek.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Policy;
import kz.adalkezek.queue.PolicyCodec;
import kz.adalkezek.server.branch.Catalogue;
import kz.adalkezek.server.files.BranchFiles;
import kz.adalkezek.server.files.Config;
import kz.adalkezek.server.play.Habits;
import kz.adalkezek.server.play.KeptLog;
import kz.adalkezek.server.play.Premises;
import kz.adalkezek.server.play.Simulation;

/// `./kezek simulate`: seeded days of the demo branch through the real law.
final class Simulate {

    private static final int DAYS_MAX = 10_000;

    private static final long SEED = 1;
    private static final double NANOS_A_SECOND = 1e9;
    private static final String ORIGIN = "localhost/branch/simulated/log1";

    private Simulate() {}

    /// @param data where the log is left
    record Wanted(long seed, int days, Optional<Path> data) {}

    /// @throws UsageException naming the option that is wrong
    static Wanted options(List<String> args) {
        var options = Options.of(args, "seed", "days", "data");
        int days = options.number("days", 1, DAYS_MAX);
        if (days == 0) {
            throw new UsageException("--days is a number from 1 to " + DAYS_MAX);
        }
        var data = options.value("data").map(dir -> Path.of(dir).toAbsolutePath());
        return new Wanted(seed(options), days, data);
    }

    /// @param nanos a clock that only goes forward
    /// @param out gets the same bytes for the same seed
    /// @param err gets what differs from run to run
    /// @return the exit code: 0 if everything held that must always hold, else 1
    static int run(List<String> args, LongSupplier nanos, PrintStream out, PrintStream err)
            throws IOException {
        var wanted = options(args);
        var premises = premises();
        var simulation = new Simulation(premises);
        long start = nanos.getAsLong();
        Simulation.Result result;
        if (wanted.data().isPresent()) {
            var data = wanted.data().get();
            try (var kept = KeptLog.in(data, ORIGIN, premises.catalogue())) {
                result = run(simulation, wanted, kept, out);
            }
            err.println("The log is in " + data + "; check it: ./kezek verify " + data);
        } else {
            result = run(simulation, wanted, _ -> {}, out);
        }
        double seconds = (nanos.getAsLong() - start) / NANOS_A_SECOND;
        err.println(
                String.format(
                        Locale.ROOT,
                        "%.1f s; %.0f decisions per second, each checked twice.",
                        seconds,
                        result.decisions() / seconds));
        return result.held() ? 0 : 1;
    }

    private static Simulation.Result run(
            Simulation simulation, Wanted wanted, Consumer<List<Entry>> log, PrintStream out) {
        return simulation.run(wanted.seed(), wanted.days(), ORIGIN, Build.hash(), log, out);
    }

    static long seed(Options options) {
        try {
            return options.value("seed").map(Long::parseLong).orElse(SEED);
        } catch (NumberFormatException e) {
            throw new UsageException(
                    "--seed is a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE);
        }
    }

    /// The demo branch, from the files of the program.
    static Premises premises() throws IOException {
        var config = BranchFiles.config(Path.of("demo/branch.toml"), DemoFiles.text("branch.toml"));
        return premises(
                config,
                PolicyCodec.read(DemoFiles.bytes("policy.json")),
                Catalogue.parse(DemoFiles.text("catalogue.json")),
                config.counters());
    }

    /// @param played counters at which staff are played
    static Premises premises(
            Config config, Policy policy, Catalogue catalogue, List<Config.Counter> played)
            throws IOException {
        var counters =
                played.stream()
                        .map(counter ->
                                new Premises.Counter(
                                        counter.desk(),
                                        counter.hall(),
                                        counter.primary(),
                                        counter.secondary()))
                        .toList();
        return new Premises(
                config.zone(),
                policy,
                catalogue,
                counters,
                Habits.parse(DemoFiles.text("people.json")));
    }
}
