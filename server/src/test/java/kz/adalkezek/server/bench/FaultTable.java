package kz.adalkezek.server.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Small faults planted into the rules, and whether the replay of random days catches each: a
/// program among the tests of `core`, where the branch that lives through these days is.
final class FaultTable {

    void run() throws IOException, InterruptedException {
        var tests = System.getProperty("kezek.core.tests");
        if (tests == null) {
            Figures.print("planted faults: only by ./kezek bench, which knows the tests of core");
            return;
        }
        var said = Files.createTempFile("faults", ".txt");
        try {
            var classPath = tests + File.pathSeparator + System.getProperty("java.class.path");
            var child = Child.run(said, List.of(), classPath, "kz.adalkezek.audit.PlantedFaults");
            Figures.print(
                    "faults planted into the rules, and the entry by which the replay names each:");
            print(said);
            Figures.print(child.exitCode() == 0 ? "all of them are caught" : "NOT ALL are caught");
        } finally {
            Files.delete(said);
        }
    }

    private static void print(Path said) throws IOException {
        Files.readAllLines(said).forEach(System.out::println);
    }
}
