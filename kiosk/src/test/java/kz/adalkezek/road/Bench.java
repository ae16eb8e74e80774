package kz.adalkezek.road;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.adalkezek.server.bench.Bench.Measurement;

/// `./kezek bench [NAME...]`: those of the server, and those that need a kiosk.
public final class Bench {

    /// Minutes of building are nothing to wait for by accident.
    private static final String ONLY_BY_NAME = "demo-cold";

    private Bench() {}

    public static void main(String[] names) throws IOException, InterruptedException {
        // Whatever starts and ends here would tell of it between the figures.
        Logger.getLogger("").setLevel(Level.SEVERE);
        var all = measurements();
        var wanted =
                names.length > 0
                        ? List.of(names)
                        : all.keySet().stream().filter(name -> !name.equals(ONLY_BY_NAME)).toList();
        kz.adalkezek.server.bench.Bench.run(all, wanted);
    }

    private static Map<String, Measurement> measurements() {
        var script = Path.of("kezek").toAbsolutePath();
        var all = new LinkedHashMap<>(kz.adalkezek.server.bench.Bench.ofTheServer());
        all.put("wire", new WireBench());
        all.put("offline", new OfflineBench());
        all.put("kiosk", new KioskBench(script));
        all.put("page", new PageBench(script));
        all.put("demo", new DemoBench(script));
        all.put(ONLY_BY_NAME, new ColdDemoBench(script));
        return all;
    }
}
