package kz.adalkezek.server.journal;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kz.adalkezek.server.journal.CrashDisk.Loss;

/// The names of [CrashDisk]: those that can be seen, and those that a crash cannot take.
final class CrashNames {

    private Map<Path, CrashFile> seen = new HashMap<>();
    private Map<Path, CrashFile> durable = new HashMap<>();

    /// The root is always there.
    boolean has(Path path) {
        return path.getNameCount() == 0 || seen.containsKey(path);
    }

    CrashFile get(Path path) {
        var found = seen.get(path);
        if (found == null) {
            throw FileDisk.failed("open", path, new NoSuchFileException(path.toString()));
        }
        return found;
    }

    List<Path> in(Path directory) {
        return seen.keySet().stream()
                .filter(path -> directory.equals(path.getParent()))
                .sorted()
                .toList();
    }

    Map<Path, byte[]> bytes() {
        var bytes = new HashMap<Path, byte[]>();
        seen.forEach((path, file) -> bytes.put(path, file.bytes()));
        return bytes;
    }

    void put(Path path, CrashFile file) {
        seen.put(path, file);
    }

    void putDurably(Path path, CrashFile file) {
        seen.put(path, file);
        durable.put(path, file);
    }

    void remove(Path path) {
        seen.remove(path);
    }

    void removeWithAllBelow(Path path) {
        seen.keySet().removeIf(it -> it.startsWith(path));
        durable.keySet().removeIf(it -> it.startsWith(path));
    }

    void force(Path directory) {
        durable.keySet().removeIf(it -> directory.equals(it.getParent()) && !seen.containsKey(it));
        for (var path : in(directory)) {
            durable.put(path, get(path));
        }
    }

    /// A name is lost with the directory that holds it.
    void crash(Supplier<Loss> fates) {
        var paths = new HashSet<>(seen.keySet());
        paths.addAll(durable.keySet());
        var before = seen;
        seen = new HashMap<>();
        for (var path : paths.stream().sorted().toList()) {
            var file = (fates.get() == Loss.EVERYTHING ? durable : before).get(path);
            if (file != null && has(Disk.directoryOf(path))) {
                seen.put(path, file);
            }
        }
        seen.values().stream().distinct().forEach(file -> file.crash(fates.get()));
        durable = new HashMap<>(seen);
    }
}
