package kz.adalkezek.server.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kz.adalkezek.log.EntryBundle;
import kz.adalkezek.log.TilePath;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.server.journal.Disk.Readers;

/// Where the entry bundles lie, and reading them. Any thread may read.
final class Bundles {

    static final int ENTRIES = EntryBundle.MAX_ENTRIES;

    private final Disk disk;
    private final Path log;

    Bundles(Disk disk, Path log) {
        this.disk = disk;
        this.log = log;
    }

    Disk disk() {
        return disk;
    }

    Path file(long number) {
        return log.resolve(TilePath.entries(number).toString());
    }

    /// The file that holds the entry.
    Path fileOf(long index) {
        return file(index / ENTRIES);
    }

    /// Names an entry to a person, with what is the matter.
    String at(long index, String what) {
        return "entry " + index + " in " + fileOf(index) + ": " + what;
    }

    boolean exists(long number) {
        return disk.exists(file(number));
    }

    byte[] bytes(long number) {
        return disk.read(file(number));
    }

    /// The entries that are whole, 256 at most.
    List<byte[]> entries(long number) {
        return EntryBundle.parse(bytes(number)).entries();
    }

    /// An entry that is known to be there.
    byte[] entry(long index) {
        var entries = entries(index / ENTRIES);
        int place = (int) (index % ENTRIES);
        if (place >= entries.size()) {
            throw lost(index / ENTRIES);
        }
        return entries.get(place);
    }

    /// Entries that are known to be there, read bundle by bundle as the stream is drawn.
    Stream<Entry> decoded(long from, long to) {
        return LongStream.range(from / ENTRIES, Math.ceilDiv(to, ENTRIES))
                .boxed()
                .flatMap(number -> decoded(number, from, to));
    }

    private Stream<Entry> decoded(long number, long from, long to) {
        long first = number * ENTRIES;
        var entries = entries(number);
        if (entries.size() < Math.min(ENTRIES, to - first)) {
            throw lost(number);
        }
        return LongStream.range(Math.max(from, first), Math.min(to, first + ENTRIES))
                .mapToObj(index -> decoded(entries.get((int) (index - first)), index));
    }

    private Entry decoded(byte[] leaf, long index) {
        return Tail.entry(leaf, index)
                .orElseThrow(() -> new JournalException(at(index, "it is not a canonical event")));
    }

    JournalException lost(long number) {
        return new JournalException(file(number) + " has lost entries that were published");
    }

    /// The number of every bundle file there is, ascending.
    List<Long> numbers() {
        return numbersBelow(log.resolve("tile/entries")).sorted().toList();
    }

    private Stream<Long> numbersBelow(Path directory) {
        return disk.list(directory).stream()
                .flatMap(path ->
                        path.getFileName().toString().startsWith("x")
                                ? numbersBelow(path)
                                : TilePath.parse(log.relativize(path).toString()).stream()
                                        .map(TilePath::number));
    }

    /// Makes durable what an earlier process wrote but may not have forced: the entries from one
    /// index to the next, and every name on the way to their bundles. The bytes are written once
    /// more, because after a failed force the system takes lost pages for clean and shows them all
    /// the same.
    ///
    /// @return the entries as the files hold them now, read back
    List<byte[]> storeAgain(long fromIndex, long toIndex) {
        var stored = new ArrayList<byte[]>();
        for (long bundle = fromIndex / ENTRIES; bundle * ENTRIES < toIndex; bundle++) {
            byte[] bytes = bytes(bundle);
            int from = length(bytes, (int) Math.max(0, fromIndex - bundle * ENTRIES));
            int length = bytes.length - from;
            try (var file = disk.open(file(bundle), Readers.EVERYBODY)) {
                file.write(from, Arrays.copyOfRange(bytes, from, bytes.length));
                file.force();
                forceNames(bundle);
                stored.addAll(EntryBundle.parse(file.read(from, length)).entries());
            }
        }
        return stored;
    }

    /// The bytes that the first entries of a bundle take.
    static int length(byte[] bundle, int entries) {
        return entries == 0 ? 0 : EntryBundle.slice(bundle, entries).orElseThrow().length;
    }

    private void forceNames(long number) {
        var directory = file(number).getParent();
        while (directory != null && directory.startsWith(log)) {
            disk.forceDirectory(directory);
            directory = directory.getParent();
        }
    }
}
