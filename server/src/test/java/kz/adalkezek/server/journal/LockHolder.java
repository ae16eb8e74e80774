package kz.adalkezek.server.journal;

import java.io.IOException;
import java.nio.file.Path;

/// Another process that holds a lock until its input ends.
final class LockHolder {

    private LockHolder() {}

    public static void main(String[] args) throws IOException {
        try (var lock = new FileDisk().lock(Path.of(args[0]))) {
            System.out.println(lock == null ? "" : "locked");
            while (System.in.read() >= 0) {
                // Waits to be told to end.
            }
        }
    }
}
