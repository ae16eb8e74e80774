package kz.adalkezek.kiosk;

import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.logging.LogManager;

/// The command line of the kiosk terminal: `--config FILE`; `--with-parent` for a program that
/// starts a kiosk and takes it along when it ends; and the chores `--pair CODE`, `--accept-log`,
/// `--test-ticket` and `--preview PNG`, after which it ends.
public final class Main {

    static final int EXIT_REFUSED = 1;
    static final int EXIT_USAGE = 64;
    static final int EXIT_FAULT = 70;
    static final int EXIT_CANNOT_LISTEN = 71;
    static final int EXIT_CONFIG = 78;

    private static final String USAGE =
            "usage: kiosk --config FILE [--with-parent | --pair CODE | --accept-log"
                    + " | --test-ticket | --preview PNG]";

    private static final String WITH_PARENT = "--with-parent";
    private static final Set<String> WORDS = Set.of(WITH_PARENT, "--accept-log", "--test-ticket");
    private static final Set<String> WITH_VALUE = Set.of("--pair", "--preview");

    private Main() {}

    public static void main(String[] args) {
        Thread.setDefaultUncaughtExceptionHandler(Main::halt);
        readableLog();
        var options = List.of(args);
        boolean known =
                options.size() >= 2
                        && options.getFirst().equals("--config")
                        && (options.size() == 2
                                || (options.size() == 3 && WORDS.contains(options.get(2)))
                                || (options.size() == 4 && WITH_VALUE.contains(options.get(2))));
        if (!known) {
            end(EXIT_USAGE, USAGE);
            return;
        }
        try {
            start(ConfigFile.read(Path.of(options.get(1))), options.subList(2, options.size()));
        } catch (ConfigException e) {
            end(EXIT_CONFIG, String.valueOf(e.getMessage()));
        } catch (JavalinBindException e) {
            end(EXIT_CANNOT_LISTEN, "the address to listen on is taken: " + e.getMessage());
        } catch (IllegalStateException e) {
            end(EXIT_FAULT, String.valueOf(e.getMessage()));
        } catch (IOException | UncheckedIOException e) {
            end(EXIT_FAULT, "a file or device could not be used: " + e);
        }
    }

    private static void start(Config config, List<String> options) throws IOException {
        var chores = new Chores(config, System.out);
        try {
            switch (options.isEmpty() ? "" : options.getFirst()) {
                case "--pair" -> System.exit(chores.pair(options.getLast()) ? 0 : EXIT_REFUSED);
                case "--preview" ->
                        new PaperChores(config, System.out).preview(Path.of(options.getLast()));
                case "--test-ticket" ->
                        System.exit(
                                new PaperChores(config, System.out).testTicket()
                                        ? 0
                                        : EXIT_REFUSED);
                case "--accept-log" -> chores.acceptLog();
                case WITH_PARENT -> run(config, true);
                default -> run(config, false);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void run(Config config, boolean withParent) throws IOException {
        var terminal = new Terminal(config, InstantSource.system(), System::nanoTime);
        Runtime.getRuntime().addShutdownHook(new Thread(terminal::close, "stop"));
        int port = terminal.start();
        System.out.println("kiosk " + config.kiosk().id() + " at http://localhost:" + port);
        if (!terminal.isPaired()) {
            System.out.println(
                    "This kiosk is not paired with a branch yet: let the manager's screen show a"
                            + " code, and start it once with --pair CODE.");
        }
        if (withParent) {
            awaitEnd(System.in);
            System.exit(0);
        }
    }

    /// Returns when whoever holds the other end of this stream has gone, however it went.
    private static void awaitEnd(InputStream parent) throws IOException {
        // A parent says nothing to which there is an answer, so what comes is let go.
        parent.transferTo(OutputStream.nullOutputStream());
    }

    private static void readableLog() {
        try (var properties = Main.class.getResourceAsStream("/logging.properties")) {
            LogManager.getLogManager().readConfiguration(properties);
        } catch (IOException e) {
            throw new UncheckedIOException("the program lacks its logging.properties", e);
        }
    }

    /// A thread that failed leaves a kiosk that does half of its work: it is better started anew,
    /// and what was open is in the outbox.
    private static void halt(Thread thread, Throwable fault) {
        System.err.println(
                "kezek: the kiosk stops, because the thread "
                        + thread.getName()
                        + " failed: "
                        + fault);
        fault.printStackTrace();
        System.err.flush();
        Runtime.getRuntime().halt(EXIT_FAULT);
    }

    private static void end(int code, String sentence) {
        System.err.println("kezek: " + sentence);
        System.err.flush();
        Runtime.getRuntime().halt(code);
    }
}
