package kz.adalkezek.server.journal;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import kz.adalkezek.log.EntryBundle;
import kz.adalkezek.server.journal.Disk.OpenFile;
import kz.adalkezek.server.journal.Disk.Readers;
import org.jspecify.annotations.Nullable;

/// Appends groups of entries to the bundle files. Owned by the writer's thread.
final class BundleWriter implements AutoCloseable {

    private final Bundles bundles;
    private @Nullable OpenFile file;
    private long number = -1;
    private long length;

    BundleWriter(Bundles bundles) {
        this.bundles = bundles;
    }

    /// Writes the entries from that index on and returns when all are durable. A group that crosses
    /// into another bundle waits for both files.
    ///
    /// @param first the size of the log
    /// @param entries each behind its length, as [EntryBundle#framed] gives it
    /// @return the entries as the files hold them now, read back
    List<byte[]> append(long first, List<byte[]> entries) {
        var stored = new ArrayList<byte[]>(entries.size());
        for (int done = 0; done < entries.size(); ) {
            int place = (int) ((first + done) % Bundles.ENTRIES);
            int count = Math.min(Bundles.ENTRIES - place, entries.size() - done);
            var part = entries.subList(done, done + count);
            stored.addAll(appendToOne((first + done) / Bundles.ENTRIES, part));
            done += count;
        }
        return stored;
    }

    private List<byte[]> appendToOne(long bundle, List<byte[]> entries) {
        var path = bundles.file(bundle);
        boolean fresh = bundle != number && !bundles.exists(bundle);
        if (fresh) {
            bundles.disk().createDirectories(Disk.directoryOf(path));
        }
        var open = bundle == number && file != null ? file : turnTo(bundle);
        byte[] framed = joined(entries);
        open.write(length, framed);
        open.force();
        if (fresh) {
            bundles.disk().forceDirectory(Disk.directoryOf(path));
        }
        byte[] stored = open.read(length, framed.length);
        length += framed.length;
        return EntryBundle.parse(stored).entries();
    }

    /// The bundle before is full, and was forced with its last entry.
    private OpenFile turnTo(long bundle) {
        close();
        var opened = bundles.disk().open(bundles.file(bundle), Readers.EVERYBODY);
        file = opened;
        number = bundle;
        length = opened.size();
        return opened;
    }

    private static byte[] joined(List<byte[]> entries) {
        var bytes = new ByteArrayOutputStream();
        entries.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
