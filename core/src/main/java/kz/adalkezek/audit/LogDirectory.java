package kz.adalkezek.audit;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.log.TilePath;

/// A log on a disk: the branch's own directory, where the last file of a kind is still growing
/// under its full name, or a copy with partial tiles.
final class LogDirectory implements LogSource {

    private static final String KEY_BESIDE = "keys/log.vkey";

    private final Path log;

    private LogDirectory(Path log) {
        this.log = log;
    }

    /// @param place the log itself or the data directory that contains it
    static LogDirectory of(String place) throws UnreadableException {
        try {
            var given = Path.of(place).toRealPath();
            var inside = given.resolve("log");
            var log = isLog(given) || !Files.isDirectory(inside) ? given : inside;
            if (!isLog(log)) {
                throw new UnreadableException("there is no log in " + place);
            }
            return new LogDirectory(log);
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new UnreadableException("there is no directory " + place);
        } catch (UnreadableException e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableException(place + " cannot be read (" + e + ")", e);
        }
    }

    private static boolean isLog(Path directory) {
        return Files.isRegularFile(directory.resolve("checkpoint"))
                || Files.isDirectory(directory.resolve("tile"));
    }

    @Override
    public boolean hasPartialTiles() {
        return false;
    }

    @Override
    public Optional<byte[]> checkpoint() throws UnreadableException {
        return read(log.resolve("checkpoint"), CHECKPOINT_MAX_BYTES);
    }

    @Override
    public Optional<OwnKey> key() throws UnreadableException {
        var beside = log.resolveSibling(KEY_BESIDE);
        var found = read(beside, KEY_MAX_BYTES);
        if (found.isPresent()) {
            return Optional.of(OwnKey.of(beside.toString(), found.get()));
        }
        var inside = log.resolve("vkey");
        return read(inside, KEY_MAX_BYTES).map(bytes -> OwnKey.of(inside.toString(), bytes));
    }

    @Override
    public List<Stored> files(TilePath path) throws UnreadableException {
        var files = new ArrayList<Stored>();
        var full = LogSource.full(path);
        for (var name : names(full, path.width())) {
            var bytes = read(log.resolve(name.toString()), LogSource.maxBytes(name));
            bytes.ifPresent(read -> files.add(new Stored(name, read)));
        }
        return files;
    }

    /// The full name, then the partial ones: first those wide enough, the narrowest of them first.
    private List<TilePath> names(TilePath full, int width) throws UnreadableException {
        var names = new ArrayList<TilePath>();
        try (var partial = Files.newDirectoryStream(log.resolve(full + ".p"))) {
            for (var file : partial) {
                TilePath.parse(full + ".p/" + file.getFileName()).ifPresent(names::add);
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of(full);
        } catch (IOException | DirectoryIteratorException e) {
            throw new UnreadableException(
                    full + ".p cannot be listed (" + e + ")", new IOException(e));
        }
        names.sort(
                Comparator.<TilePath, Boolean>comparing(name -> name.width() < width)
                        .thenComparing(TilePath::width));
        names.addFirst(full);
        return names;
    }

    private static Optional<byte[]> read(Path file, int maxBytes) throws UnreadableException {
        try (var in = Files.newInputStream(file)) {
            return Optional.of(in.readNBytes(maxBytes + 1));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UnreadableException(file + " cannot be read (" + e + ")", e);
        }
    }
}
