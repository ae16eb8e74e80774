package kz.adalkezek.server;

import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.logging.LogManager;
import kz.adalkezek.server.branch.Feed;
import kz.adalkezek.server.branch.LogTail;
import kz.adalkezek.server.files.BranchFiles;
import kz.adalkezek.server.files.ConfigException;
import kz.adalkezek.server.journal.FileDisk;
import kz.adalkezek.server.journal.Journal;
import kz.adalkezek.server.journal.JournalException;
import kz.adalkezek.server.keys.KeyException;
import kz.adalkezek.server.keys.Keys;
import kz.adalkezek.server.records.ViewFollower;
import kz.adalkezek.server.records.Views;

/// The command line of the branch server: `server`, `check-config`, `demo`, `rebuild-records`,
/// `simulate`.
public final class Main {

    static final int EXIT_USAGE = 64;
    static final int EXIT_FAULT = 70;
    static final int EXIT_CANNOT_LISTEN = 71;
    static final int EXIT_LOG_FAULT = 74;
    static final int EXIT_CONFIG = 78;

    private Main() {}

    public static void main(String[] args) {
        Thread.currentThread().setUncaughtExceptionHandler(Main::halt);
        readableLog();
        var rest =
                args.length == 0 ? List.<String>of() : Arrays.asList(args).subList(1, args.length);
        try {
            switch (args.length == 0 ? "" : args[0]) {
                case "server" -> serve(Path.of(Options.of(rest, "config").required("config")));
                case "demo" -> Demo.run(rest);
                case "check-config" ->
                        System.exit(
                                check(
                                        Path.of(Options.of(rest, "config").required("config")),
                                        System.out,
                                        System.err));
                case "rebuild-records" -> rebuild(rest);
                case "simulate" ->
                        System.exit(Simulate.run(rest, System::nanoTime, System.out, System.err));
                default ->
                        throw new UsageException(
                                "server --config FILE | check-config --config FILE | demo [options]"
                                        + " | rebuild-records [--config FILE | --data DIR]"
                                        + " | simulate [options]");
            }
        } catch (UsageException e) {
            end(EXIT_USAGE, "usage: " + e.getMessage());
        } catch (ConfigException | KeyException e) {
            end(EXIT_CONFIG, String.valueOf(e.getMessage()));
        } catch (JavalinBindException e) {
            end(EXIT_CANNOT_LISTEN, "the address to listen on is taken: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            end(EXIT_CONFIG, String.valueOf(e.getMessage()));
        } catch (JournalException e) {
            end(EXIT_LOG_FAULT, sentence(e));
        } catch (SQLException e) {
            end(EXIT_FAULT, "a database of records/ could not be used: " + e.getMessage());
        } catch (IOException e) {
            end(EXIT_FAULT, "a file could not be read or written: " + e);
        }
    }

    private static void readableLog() {
        try (var properties = Main.class.getResourceAsStream("/logging.properties")) {
            LogManager.getLogManager().readConfiguration(properties);
        } catch (IOException e) {
            throw new UncheckedIOException("the program lacks its logging.properties", e);
        }
    }

    private static void serve(Path file) throws SQLException, IOException {
        var files = BranchFiles.read(file);
        var config = files.config();
        var server =
                new BranchServer(
                        config, Clocks.of(InstantSource.system(), System::nanoTime), Main::halt);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
        server.found(files);
        files.remarks(server.inForce()).forEach(Main::remark);
        int port = server.listen();
        System.out.println("branch " + config.code() + " at http://" + config.host() + ":" + port);
    }

    /// Every fault of the files of a branch, or what is worth a look.
    ///
    /// @return 0 if a branch could start with them, else 1
    static int check(Path file, PrintStream out, PrintStream err) {
        try {
            var files = BranchFiles.read(file);
            files.remarks().forEach(remark -> out.println("remark: " + remark));
            out.println("the files of branch " + files.config().code() + " are sound");
            return 0;
        } catch (ConfigException e) {
            err.println("kezek: " + e.getMessage());
            return 1;
        }
    }

    private static void remark(String remark) {
        System.err.println("kezek: remark: " + remark);
    }

    /// Throws the rebuildable views away and makes them again from the log, while no server runs.
    private static void rebuild(List<String> args) throws SQLException {
        var options = Options.of(args, "config", "data");
        var file =
                options.value("config")
                        .map(Path::of)
                        .orElse(Demo.configuration(Demo.data(options)));
        var config = BranchFiles.config(file);
        var log = config.data().resolve("log");
        var signer = Keys.load(config.data().resolve("keys"), config.origin(), new SecureRandom());
        try (var journal =
                        Journal.open(
                                new FileDisk(),
                                log,
                                config.signed(),
                                signer,
                                signer.key(),
                                fault -> halt(Thread.currentThread(), fault));
                var views = Views.remade(BranchServer.views(config), config.origin());
                var tail = new LogTail(journal, new Feed())) {
            long applied = ViewFollower.catchUp(views, tail, journal.size());
            System.out.println("the views are made again from " + applied + " events");
        }
    }

    /// Ends without the orderly stop, which would wait for the very thread that has failed. What
    /// was acknowledged is on disk; the next start finds out what else is.
    static void halt(Thread thread, Throwable fault) {
        boolean log = fault instanceof JournalException;
        System.err.println(
                "kezek: the branch stops, because "
                        + (log
                                ? "the log is in danger: "
                                : "the thread " + thread.getName() + " failed: ")
                        + sentence(fault));
        if (!log) {
            fault.printStackTrace();
        }
        System.err.flush();
        Runtime.getRuntime().halt(log ? EXIT_LOG_FAULT : EXIT_FAULT);
    }

    static void end(int code, String sentence) {
        System.err.println("kezek: " + sentence);
        System.err.flush();
        Runtime.getRuntime().halt(code);
    }

    /// The fault with its causes, in one line.
    private static String sentence(Throwable fault) {
        var text = new StringBuilder(String.valueOf(fault.getMessage()));
        for (var cause = fault.getCause(); cause != null; cause = cause.getCause()) {
            text.append(": ").append(cause.getMessage() == null ? cause : cause.getMessage());
        }
        return text.toString();
    }
}
