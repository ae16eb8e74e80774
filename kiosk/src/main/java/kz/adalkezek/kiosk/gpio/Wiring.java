package kz.adalkezek.kiosk.gpio;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which part of the panel is on which line of the chip; what is not there is left out.
///
/// @param ready lamp, lit while HIGH, as the other two
/// @param paper lamp
/// @param help lamp
/// @param helpButton closes to ground while it is pressed; pulled up
/// @param door its contact is closed to ground while the door is, so that a cut wire is an open
///   door; pulled up
/// @param presence HIGH while somebody is there; pulled down
public record Wiring(
        Optional<Integer> ready,
        Optional<Integer> paper,
        Optional<Integer> help,
        Optional<Integer> helpButton,
        Optional<Integer> door,
        Optional<Integer> presence) {

    public static final int LINE_MAX = 511;

    /// @throws IllegalArgumentException if two parts share a line, or one is on none
    public Wiring {
        var used = new TreeSet<Integer>();
        Stream.of(ready, paper, help, helpButton, door, presence)
                .flatMap(Optional::stream)
                .forEach(line -> {
                    if (line < 0 || line > LINE_MAX) {
                        throw new IllegalArgumentException("a line is 0 to " + LINE_MAX);
                    }
                    if (!used.add(line)) {
                        throw new IllegalArgumentException("two parts share the line " + line);
                    }
                });
    }

    public Set<Integer> outputs() {
        return lines(Stream.of(ready, paper, help));
    }

    /// The inputs that are pulled up; a button or contact draws them to ground.
    public Set<Integer> pulledUp() {
        return lines(Stream.of(helpButton, door));
    }

    public Set<Integer> pulledDown() {
        return lines(Stream.of(presence));
    }

    private static Set<Integer> lines(Stream<Optional<Integer>> lines) {
        return lines.flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }
}
