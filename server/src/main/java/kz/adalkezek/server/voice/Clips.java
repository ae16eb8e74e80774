package kz.adalkezek.server.voice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kz.adalkezek.screens.ScreenFile;
import kz.adalkezek.screens.Screens;

/// Every recorded word by its name, such as `kk-40`: the branch's own recording where there is one,
/// else the one that comes with the project. `gong` is one of them.
public final class Clips {

    private static final String GONG = "gong";
    private static final String FOLDER = "sounds/";
    private static final Set<String> KNOWN = known();

    private final Map<String, Clip> clips;

    private Clips(Map<String, Clip> clips) {
        this.clips = Map.copyOf(clips);
    }

    /// @param own as [Recordings] has read them
    public static Clips with(Map<String, Clip> own) {
        var screens = new Screens();
        var clips = new TreeMap<String, Clip>();
        for (var name : KNOWN) {
            var file = FOLDER + name + (name.equals(GONG) ? ".wav" : ".ogg");
            clips.put(name, new Clip(there(screens, file).bytes()));
        }
        clips.putAll(own);
        return new Clips(clips);
    }

    public static boolean isKnown(String name) {
        return KNOWN.contains(name);
    }

    /// In alphabetical order.
    public List<String> names() {
        return clips.keySet().stream().sorted().toList();
    }

    public Optional<Clip> clip(String name) {
        return Optional.ofNullable(clips.get(name));
    }

    private static Set<String> known() {
        var names = new ArrayList<String>();
        names.add(GONG);
        var list = new String(there(new Screens(), FOLDER + "clips.tsv").bytes(), UTF_8);
        list.lines().skip(1).map(line -> line.substring(0, line.indexOf('\t'))).forEach(names::add);
        return Set.copyOf(names);
    }

    private static ScreenFile there(Screens screens, String path) {
        return screens.file(path)
                .orElseThrow(() -> new IllegalStateException(path + " is not in this build"));
    }
}
