package kz.adalkezek.server.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import kz.adalkezek.log.EntryBundle;
import kz.adalkezek.log.Frontier;
import kz.adalkezek.log.Hash;
import kz.adalkezek.log.HashTile;
import kz.adalkezek.log.TilePath;
import kz.adalkezek.server.journal.Remembered.Proven;

/// One pass over the stored entries that makes the tree anew, and holds it against what was signed
/// and against the hash tiles. It changes nothing on the disk until [#repairTiles]. For one thread.
final class Reading {

    /// How closely entries are looked at. Bytes below a root that was signed were canonical events
    /// then, so where time matters hashing them is enough.
    enum Depth {
        HASHES,
        EVENTS
    }

    private final Bundles bundles;
    private final Tiles tiles;
    private final Edge edge;
    private final Map<Long, List<Proven>> signed;
    private final List<TilePath.Hashes> wrongTiles = new ArrayList<>();
    private Optional<Long> suspect = Optional.empty();

    /// @param edge where the pass begins
    Reading(Bundles bundles, Tiles tiles, Edge edge, Collection<Proven> signed) {
        this.bundles = bundles;
        this.tiles = tiles;
        this.edge = edge;
        this.signed = signed.stream().collect(Collectors.groupingBy(it -> it.checkpoint().size()));
    }

    Edge edge() {
        return edge;
    }

    /// Reads on until the tree has that size, or until `stopped`.
    ///
    /// @return what is wrong, with file and index; nothing if all is as it was signed
    Optional<String> readTo(long size, Depth depth, BooleanSupplier stopped) {
        var damage = differenceFromSigned();
        while (damage.isEmpty() && edge.size() < size && !stopped.getAsBoolean()) {
            damage = readBundle(edge.size() / Bundles.ENTRIES, size, depth);
        }
        return damage;
    }

    private Optional<String> readBundle(long number, long size, Depth depth) {
        if (!bundles.exists(number)) {
            return at(edge.size(), "the file is missing");
        }
        byte[] bytes = bundles.bytes(number);
        var bundle = EntryBundle.parse(bytes);
        long first = number * Bundles.ENTRIES;
        for (long index = edge.size(); index < Math.min(size, first + Bundles.ENTRIES); index++) {
            if (index - first >= bundle.entries().size()) {
                return at(index, "the file ends before it");
            }
            byte[] leaf = bundle.entries().get((int) (index - first));
            if (depth == Depth.EVENTS && Tail.entry(leaf, index).isEmpty()) {
                return at(index, "it is not a canonical event");
            }
            edge.add(Hash.leaf(leaf));
            edge.takeFull().forEach(this::compare);
            var difference = differenceFromSigned();
            if (difference.isPresent()) {
                return difference;
            }
        }
        if (size > first + Bundles.ENTRIES && bundle.length() < bytes.length) {
            return at(edge.size() - 1, "more bytes follow it in the file");
        }
        return Optional.empty();
    }

    private void compare(Edge.Full made) {
        var path = made.path();
        var stored = tiles.stored(path.level(), path.number());
        if (stored.isPresent() && Arrays.equals(stored.get().bytes(), made.tile().bytes())) {
            return;
        }
        wrongTiles.add(path);
        if (path.level() == 0 && suspect.isEmpty()) {
            suspect = stored.map(it -> firstDifference(path, it, made.tile()));
        }
    }

    private static long firstDifference(TilePath.Hashes path, HashTile stored, HashTile made) {
        int i = 0;
        while (stored.hash(i).equals(made.hash(i))) {
            i++;
        }
        return HashTile.firstLeaf(0, path.number(), i);
    }

    private Optional<String> differenceFromSigned() {
        for (var note : signed.getOrDefault(edge.size(), List.of())) {
            if (!edge.root().equals(note.checkpoint().root())) {
                return Optional.of(different("the root that " + note.file() + " signed"));
            }
        }
        return Optional.empty();
    }

    /// For a pass that has come to the size of a tree whose hashes were taken on trust.
    Optional<String> differenceFrom(Frontier trusted) {
        return edge.frontier().equals(trusted)
                ? Optional.empty()
                : Optional.of(different("the hashes of the tiles"));
    }

    private String different(String from) {
        return suspect.map(index ->
                        bundles.at(
                                index,
                                "it differs from its hash tile, and the entries up to "
                                        + edge.size()
                                        + " from "
                                        + from))
                .orElseGet(() ->
                        bundles.at(
                                Math.max(0, edge.size() - 1),
                                "the entries up to here differ from " + from));
    }

    private Optional<String> at(long index, String what) {
        return Optional.of(bundles.at(index, what));
    }

    /// Writes again the tiles that were missing, short or different. Only when the entries have
    /// proven right: until then the tiles are evidence.
    void repairTiles() {
        wrongTiles.forEach(path -> tiles.write(path, made(path)));
        wrongTiles.clear();
    }

    /// In the order in which tiles became full, those below come first.
    private HashTile made(TilePath.Hashes path) {
        if (path.level() == 0) {
            return HashTile.of(bundles.entries(path.number()).stream().map(Hash::leaf).toList());
        }
        long first = path.number() * HashTile.FULL_WIDTH;
        return HashTile.of(
                LongStream.range(first, first + HashTile.FULL_WIDTH)
                        .mapToObj(i -> tiles.full(path.level() - 1, i).root(HashTile.HEIGHT, 0))
                        .toList());
    }
}
