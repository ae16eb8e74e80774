package kz.adalkezek.server.journal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import kz.adalkezek.server.journal.CrashDisk.Fault;

/// Counts the calls of [CrashDisk] and says which one fails.
final class Faults {

    private long calls;
    private long failing;
    private Fault how = Fault.REFUSED;
    private Consumer<String> listener = _ -> {};

    void failAt(long call, Fault fault) {
        calls = 0;
        failing = call;
        how = fault;
    }

    void clear() {
        failing = 0;
    }

    void listen(Consumer<String> told) {
        listener = told;
    }

    long calls() {
        return calls;
    }

    Optional<Fault> next(String call, Path path) {
        listener.accept(call + " " + path);
        calls++;
        return calls == failing ? Optional.of(how) : Optional.empty();
    }
}
