package kz.adalkezek.road;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import kz.adalkezek.server.bench.Bench.Measurement;
import kz.adalkezek.server.bench.Figures;

/// The first demo of a newcomer: a fresh clone of what is committed, built, then a ticket. What
/// Maven fetches from the net is there already.
final class ColdDemoBench implements Measurement {

    private static final double NANOS_A_SECOND = 1e9;

    private final Path script;

    ColdDemoBench(Path script) {
        this.script = script;
    }

    @Override
    public void run(Path room) throws IOException, InterruptedException {
        var clone = room.resolve("clone");
        run(List.of("git", "clone", "-q", script.resolveSibling(".").toString(), clone.toString()));
        var cloned = clone.resolve(script.getFileName());
        long command = System.nanoTime();
        run(List.of(cloned.toString(), "build"));
        double built = (System.nanoTime() - command) / NANOS_A_SECOND;
        var ticket = DemoBench.firstTicket(cloned, room);
        Figures.print("build, without what Maven fetches  %8.1f s", built);
        Figures.print("then demo to ticket on paper       %8.1f s", ticket.paper());
        Figures.print(
                "from command to the first ticket   %8.1f s   (aim 120 s)", built + ticket.paper());
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        int code =
                new ProcessBuilder(command)
                        .redirectOutput(Redirect.INHERIT)
                        .redirectError(Redirect.INHERIT)
                        .start()
                        .waitFor();
        if (code != 0) {
            throw new IOException(command + " ended with " + code);
        }
    }
}
