package kz.adalkezek.server.play;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.Consumer;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.server.branch.Catalogue;
import kz.adalkezek.server.branch.Catalogues;
import kz.adalkezek.server.journal.FileDisk;
import kz.adalkezek.server.journal.Journal;
import kz.adalkezek.server.keys.Keys;

/// The log of played days in a folder, written by the real journal under a key of its own, so that
/// the outside verifier can be shown it.
public final class KeptLog implements Consumer<List<Entry>>, AutoCloseable {

    private static final int GROUP_ENTRIES = 4_096;

    private final Journal journal;
    private int group;

    private KeptLog(Journal journal) {
        this.journal = journal;
    }

    /// @param data a folder that is empty, or not there yet
    /// @param origin the name of the log
    /// @throws IllegalArgumentException if the folder holds something
    public static KeptLog in(Path data, String origin, Catalogue catalogue) throws IOException {
        if (Files.exists(data) && !isEmptyFolder(data)) {
            throw new IllegalArgumentException(
                    data + " holds something already; name an empty folder, or one that is new");
        }
        Files.createDirectories(data);
        var disk = new FileDisk();
        var log = data.resolve("log");
        var signer = Keys.load(data.resolve("keys"), origin, new SecureRandom());
        var journal =
                Journal.open(
                        disk,
                        log,
                        data.resolve("signed"),
                        signer,
                        signer.key(),
                        difference -> {
                            throw difference;
                        });
        new Catalogues(disk, log.resolve("catalogue")).add(catalogue);
        return new KeptLog(journal);
    }

    private static boolean isEmptyFolder(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            return false;
        }
        try (var names = Files.list(data)) {
            return names.findAny().isEmpty();
        }
    }

    @Override
    public void accept(List<Entry> command) {
        command.forEach(journal::append);
        group += command.size();
        if (group >= GROUP_ENTRIES) {
            journal.commit();
            group = 0;
        }
    }

    /// What was not signed yet is signed now.
    @Override
    public void close() {
        try (journal) {
            journal.commit();
        }
    }
}
