package kz.adalkezek.screens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import kz.adalkezek.log.CanonicalJson;
import kz.adalkezek.log.Receipt;
import kz.adalkezek.log.ReceiptVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page's own check of a receipt, run by Node over receipts and logs that the Java reference
/// made in this run.
class ReceiptInBrowserTest {

    private static final String ORIGIN = "queue.example.gov/branch/0042/log1";
    private static final Map<String, Object> OPENING =
            Map.of("services", List.of("SOC-TSA", "ID-CARD"), "language", "kk");
    private static final Map<String, Object> OPENING_WITH_GROUND =
            Map.of("services", List.of("ID-CARD"), "language", "ru", "ground", "P-BABY");
    private static final int SMALL = 1_000;
    private static final int LARGE = 66_000;

    private final LogKey key = new LogKey(ORIGIN);
    private final LogKey foreign = new LogKey(ORIGIN);

    private final Path folder;

    ReceiptInBrowserTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void judgesAsTheReferenceDoesAndRefusesEachSpoiltByte() throws Exception {
        writeVectors();
        copyModules();

        var report = folder.resolve("report.txt");
        var command = new ArrayList<>(List.of("node", "--test", "--test-reporter=tap"));
        try (var tests = Files.list(Path.of("src/test/js"))) {
            tests.sorted().map(Path::toString).forEach(command::add);
        }
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(report.toFile());
        builder.environment().put("KEZEK_MODULES", folder.resolve("modules").toString());
        builder.environment().put("KEZEK_VECTORS", folder.toString());
        int exit = builder.start().waitFor();

        var said = Files.readString(report);
        assertThat(exit).as(said).isZero();
        assertThat(said)
                .containsPattern("(?m)^# pass [1-9][0-9]*$")
                .contains("\n# fail 0\n", "\n# skipped 0\n", "\n# todo 0\n", "\n# cancelled 0\n");
    }

    private void writeVectors() throws IOException {
        var small = new SampleLog(key, SMALL, OPENING, "k1");
        var withGround = new SampleLog(key, SMALL, OPENING_WITH_GROUND, "k1");
        var large = new SampleLog(key, LARGE, OPENING, "k1");
        var other = new SampleLog(key, SMALL, OPENING, "k2");

        var receipts = new ArrayList<Map<String, Object>>();
        for (var at :
                List.of(
                        new long[] {0, 1},
                        new long[] {1, 2},
                        new long[] {4, 5},
                        new long[] {4, 7},
                        new long[] {255, 256},
                        new long[] {256, 257},
                        new long[] {0, SMALL},
                        new long[] {699, SMALL})) {
            receipts.add(described(small.receipt(at[0], at[1]), OPENING));
        }
        receipts.add(described(withGround.receipt(12, 300), OPENING_WITH_GROUND));
        receipts.add(described(large.receipt(LARGE - 1, LARGE), OPENING));

        var logs = folder.resolve("logs");
        for (long size : List.of(3L, 7L, 8L, 256L, 257L, 999L, (long) SMALL)) {
            small.publish(logs.resolve("grown-" + size), size, key);
        }
        large.publish(logs.resolve("grown-" + LARGE), LARGE, key);
        other.publish(logs.resolve("changed-" + SMALL), SMALL, key);
        small.publish(logs.resolve("unsigned-" + SMALL), SMALL, foreign);
        small.publish(logs.resolve("witnessed-" + SMALL), SMALL, foreign, key);

        var vectors = new TreeMap<String, Object>();
        vectors.put("vkey", key.verifierKey().format());
        vectors.put("foreign", foreign.verifierKey().format());
        vectors.put("receipts", receipts);
        vectors.put("noTicket", noTickets());
        Files.write(folder.resolve("vectors.json"), CanonicalJson.write(vectors));
    }

    private Map<String, Object> described(Receipt receipt, Map<String, Object> opening) {
        assertThat(receipt.verify(List.of(key.verifierKey()))).isEqualTo(ReceiptVerdict.SOUND);
        long index = receipt.index();
        var described = new TreeMap<String, Object>();
        described.put("digits", receipt.digits());
        described.put("shortDigits", receipt.shortened().digits());
        described.put("index", index);
        described.put("size", receipt.size());
        described.put("root", receipt.root().hex());
        described.put("number", String.format(Locale.ROOT, "K%03d", index + 1));
        described.put("arrival", SampleLog.FIRST_TOUCH.plusSeconds(index).toEpochMilli());
        described.put("opening", opening);
        return described;
    }

    /// Well signed, and nothing that a ticket's receipt may hold.
    private List<String> noTickets() {
        return List.of(
                        "{\"at\":1,\"i\":0,\"t\":\"log.opened\",\"v\":1}",
                        "{\"arrival\":1,\"at\":1,\"c\":\"x\",\"i\":7,\"number\":\"K047\",\"t\":\"ticket.issued\",\"v\":1}",
                        "{\"at\":1,\"arrival\":1,\"c\":\"x\",\"i\":0,\"number\":\"K047\",\"t\":\"ticket.issued\",\"v\":1}",
                        "{\"arrival\":1,\"at\":1,\"c\":\"x\",\"i\":0,\"number\":\"K04\",\"t\":\"ticket.issued\",\"v\":1}",
                        "null",
                        "ticket")
                .stream()
                .map(entry -> SampleLog.ofOtherEntry(key, entry).digits())
                .toList();
    }

    /// As they are served, with a line for Node that they are modules.
    private void copyModules() throws IOException {
        var modules = folder.resolve("modules");
        var screens = new Screens();
        for (var name :
                List.of(
                        "bytes.js",
                        "seal.js",
                        "tree.js",
                        "note.js",
                        "receipt.js",
                        "published.js",
                        "proof.js",
                        "kiosk-wedge.js",
                        "noble/ed25519.js",
                        "noble/sha2.js",
                        "noble/_md.js",
                        "noble/_u64.js",
                        "noble/utils.js")) {
            var file = modules.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, screens.file(name).orElseThrow().bytes());
        }
        Files.write(modules.resolve("package.json"), "{\"type\":\"module\"}".getBytes(UTF_8));
    }
}
