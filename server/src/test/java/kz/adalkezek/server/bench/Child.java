package kz.adalkezek.server.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program in a process of its own, run to its end.
///
/// @param seconds from start to end
/// @param peakMb the most memory that was resident, as seen every few milliseconds
record Child(int exitCode, double seconds, double peakMb) {

    private static final long LOOK_MS = 20;
    private static final double NANOS_A_SECOND = 1e9;

    /// @param out where what it says goes
    static Child run(Path out, List<String> flags, String classPath, String... words)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath));
        command.addAll(List.of(words));
        long start = System.nanoTime();
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        try {
            double peak = 0;
            while (!process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, peakMb(process));
            }
            double seconds = (System.nanoTime() - start) / NANOS_A_SECOND;
            return new Child(process.exitValue(), seconds, peak);
        } finally {
            process.destroyForcibly();
        }
    }

    private static double peakMb(Process process) throws IOException {
        try {
            double peak = new Resources(process.pid()).peakMb();
            return Double.isNaN(peak) ? 0 : peak;
        } catch (java.nio.file.NoSuchFileException e) {
            // It has ended meanwhile; what was seen before stands.
            return 0;
        }
    }
}
