package kz.adalkezek.server.voice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A folder in which a branch has its own recordings, `<clip>.wav` or `<clip>.ogg`, as many as it
/// likes. Notes may lie beside them as `.txt`.
///
/// @param faults of those that are left out
public record Recordings(Map<String, Clip> clips, List<Fault> faults) {

    /// @param wrong what is wrong with which file
    public record Fault(String wrong, String remedy) {}

    /// A minute of the best WAV for a hundred words, and nobody's film.
    static final int FILE_MAX_BYTES = 1_000_000;

    static final int CLIP_MIN_MS = 50;
    static final int CLIP_MAX_MS = 5_000;

    /// More than there are words, with notes.
    static final int FILES_MAX = 1_000;

    public Recordings {
        clips = Map.copyOf(clips);
        faults = List.copyOf(faults);
    }

    /// @throws IOException where the folder cannot be read
    public static Recordings read(Path folder) throws IOException {
        var clips = new TreeMap<String, Clip>();
        var faults = new ArrayList<Fault>();
        var files = files(folder);
        if (files.size() > FILES_MAX) {
            faults.add(new Fault("has more than " + FILES_MAX + " files", "take out what is none"));
            return new Recordings(clips, faults);
        }
        for (var file : files) {
            var name = String.valueOf(file.getFileName());
            if (!name.endsWith(".txt")) {
                read(file, name, clips).ifPresent(faults::add);
            }
        }
        return new Recordings(clips, faults);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().limit(FILES_MAX + 1L).toList();
        }
    }

    private static Optional<Fault> read(Path file, String name, Map<String, Clip> clips)
            throws IOException {
        var clip = name.replaceFirst("\\.(wav|ogg)$", "");
        if (clip.equals(name) || !Clips.isKnown(clip)) {
            return fault(
                    name, "is the name of no word", "take one of clips.tsv, with .wav or .ogg");
        }
        if (!Files.isRegularFile(file) || Files.size(file) > FILE_MAX_BYTES) {
            return fault(
                    name, "is no file of up to " + FILE_MAX_BYTES + " bytes", "save it smaller");
        }
        Clip recorded;
        try {
            recorded = new Clip(Files.readAllBytes(file));
        } catch (IllegalArgumentException e) {
            return fault(name, "cannot be played", String.valueOf(e.getMessage()));
        }
        if (recorded.ms() < CLIP_MIN_MS || recorded.ms() > CLIP_MAX_MS) {
            return fault(
                    name,
                    "lasts " + recorded.ms() + " ms",
                    "cut it to " + CLIP_MIN_MS + " to " + CLIP_MAX_MS);
        }
        return clips.putIfAbsent(clip, recorded) == null
                ? Optional.empty()
                : fault(name, "stands twice", "keep one of .wav and .ogg");
    }

    private static Optional<Fault> fault(String name, String wrong, String remedy) {
        return Optional.of(new Fault("\"" + name + "\" " + wrong, remedy));
    }
}
