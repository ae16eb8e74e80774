package kz.adalkezek.road;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A Java process with the kiosk's flags that does nothing: no kiosk can start sooner or be
/// smaller.
final class IdleJava {

    private static final String READY = "ready";

    private IdleJava() {}

    /// Ends when its parent does.
    public static void main(String[] args) throws IOException {
        System.out.println(READY);
        System.in.transferTo(OutputStream.nullOutputStream());
    }

    /// Returns when it does nothing already. It ends when its standard input does.
    static Process start() throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("kezek.kiosk.flags", "").strip().split(" +")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(IdleJava.class.getName());
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        if (!READY.equals(process.inputReader().readLine())) {
            throw new IllegalStateException("a Java process did not start: " + command);
        }
        return process;
    }
}
