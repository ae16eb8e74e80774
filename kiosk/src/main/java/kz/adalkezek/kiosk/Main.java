package kz.adalkezek.kiosk;

import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.logging.LogManager;

/// The command line of the kiosk terminal: `--config FILE`, and `--with-parent` for a program that
/// starts a kiosk and takes it along when it ends.
public final class Main {

    static final int EXIT_USAGE = 64;
    static final int EXIT_FAULT = 70;
    static final int EXIT_CANNOT_LISTEN = 71;
    static final int EXIT_CONFIG = 78;

    private static final String USAGE = "usage: kiosk --config FILE [--with-parent]";

    private Main() {}

    public static void main(String[] args) {
        Thread.setDefaultUncaughtExceptionHandler(Main::halt);
        readableLog();
        var options = List.of(args);
        var file = configOf(options);
        if (file.isEmpty()) {
            end(EXIT_USAGE, USAGE);
            return;
        }
        try {
            run(ConfigFile.read(file.get()), options.contains("--with-parent"));
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

    private static Optional<Path> configOf(List<String> options) {
        var rest = options.stream().filter(option -> !option.equals("--with-parent")).toList();
        return rest.size() == 2 && rest.getFirst().equals("--config")
                ? Optional.of(Path.of(rest.getLast()))
                : Optional.empty();
    }

    private static void run(Config config, boolean withParent) throws IOException {
        var terminal = new Terminal(config, InstantSource.system(), System::nanoTime);
        Runtime.getRuntime().addShutdownHook(new Thread(terminal::close, "stop"));
        int port = terminal.start();
        System.out.println("kiosk " + config.kiosk().id() + " at http://localhost:" + port);
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
