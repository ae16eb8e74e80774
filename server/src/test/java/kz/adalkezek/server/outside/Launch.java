package kz.adalkezek.server.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How a server is started as a child of this process: with the flags of `./kezek`.
///
/// @param before words in front of the command, for example a tracer's
/// @param flags of the machine
/// @param classPath of the child
/// @param options of `demo`, behind those that say where and on which port
public record Launch(
        List<String> before, List<String> flags, String classPath, List<String> options) {

    private static final List<String> FLAGS =
            List.of(
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-XX:+UseSerialGC",
                    "-Xms48m",
                    "-Xmx512m",
                    "-XX:MaxMetaspaceSize=128m",
                    // These tests are about the server; a kiosk has its own.
                    "-Dkezek.kiosk.classpath=");

    /// Nothing in front of it, and the class path of the distribution where it is told, else of
    /// this process.
    public static final Launch PLAIN =
            new Launch(
                    List.of(),
                    FLAGS,
                    System.getProperty(
                            "kezek.server.classpath", System.getProperty("java.class.path")),
                    List.of());

    /// For a life of seconds, which is over before the best compiler has paid for itself.
    public static final Launch BRIEF = PLAIN.flagged("-XX:TieredStopAtLevel=1");

    public Launch {
        flags = List.copyOf(flags);
        before = List.copyOf(before);
        options = List.copyOf(options);
    }

    public Launch under(List<String> command) {
        return new Launch(command, flags, classPath, options);
    }

    public Launch on(String otherClassPath) {
        return new Launch(before, flags, otherClassPath, options);
    }

    Launch flagged(String more) {
        var all = new ArrayList<>(flags);
        all.add(more);
        return new Launch(before, all, classPath, options);
    }

    public Launch with(String... more) {
        var all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return new Launch(before, flags, classPath, all);
    }

    /// Starts the demo on a free port and returns when it is ready.
    ///
    /// @throws IllegalStateException with what the process said, if it ends or stays silent
    public ChildServer start(Path data) {
        var server = begin(data);
        try {
            server.awaitReady();
            return server;
        } catch (IllegalStateException e) {
            server.close();
            throw e;
        }
    }

    /// Starts the demo and returns at once: for a start that is expected to fail.
    public ChildServer begin(Path data) {
        var command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, "kz.adalkezek.server.Main", "demo"));
        command.addAll(List.of("--data", data.toString(), "--port", "0"));
        command.addAll(options);
        try {
            return new ChildServer(data, new ProcessBuilder(command).start());
        } catch (IOException e) {
            throw new UncheckedIOException("could not start " + command, e);
        }
    }
}
